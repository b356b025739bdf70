"""Which kind of unit may refer to what: whom the organiser has named, and everybody where the person may come alone."""

from __future__ import annotations

from catalogue.choices import Referrer
from catalogue.models import Activity
from search.documents.activities import referrers

from .choices import UnitKind


def referrer_of(kind: str) -> str:
    """The `Referrer` that a unit of this `UnitKind` is."""
    return str(Referrer.GP if kind == UnitKind.GP else Referrer.MUNICIPALITY)


def may_refer_to(kind: str, activity: Activity) -> bool:
    """Whether a unit of this `UnitKind` may propose the activity."""
    return referrer_of(kind) in referrers([str(one) for one in activity.referrers])
