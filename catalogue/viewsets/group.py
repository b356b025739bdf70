"""The catalogue's menu."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .activity import ActivityViewSet
from .area import AreaViewSet
from .holidays import HolidayCalendarViewSet
from .organisation import OrganisationViewSet
from .venue import VenueViewSet
from .vocabularies import InterestViewSet, TargetGroupViewSet


class CatalogueGroup(SnippetViewSetGroup):
    """First in the menu, as it is what editors come for."""

    menu_label = _("Katalog")
    menu_icon = "list-ul"
    menu_order = 90
    items = (
        ActivityViewSet,
        OrganisationViewSet,
        VenueViewSet,
        AreaViewSet,
        HolidayCalendarViewSet,
        InterestViewSet,
        TargetGroupViewSet,
    )
