"""The editors' forms, field by field, in the order an editor thinks."""

from .activity import ACTIVITY
from .area import AREA
from .holidays import HOLIDAYS
from .organisation import ORGANISATION
from .responsibility import RESPONSIBILITY
from .venue import VENUE
from .vocabulary import TERM

__all__ = ["ACTIVITY", "AREA", "HOLIDAYS", "ORGANISATION", "RESPONSIBILITY", "TERM", "VENUE"]
