"""Which of the catalogue's parts of the editors' system are open, and to whom."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import ResolverMatch
from wagtail.permissions import policy_registry

from accounts.gate import admit, holders_of

from .models import Activity, Area, HolidayCalendar, Interest, Organisation, TargetGroup, Venue
from .policies import POLICIES

# What may be done with "all in the list": only what asks about each entry, and leaves alone what is not the user's.
OF_THE_WHOLE_LIST: set[str] = set()


def open_the_catalogue() -> None:
    """Opens each kind of entry to those who may see it; the addresses themselves ask about the single entry."""
    for model in (Activity, Organisation, Venue, Area, Interest, TargetGroup, HolidayCalendar):
        name = model._meta.model_name
        admit(
            f"wagtailsnippets_catalogue_{name}",
            f"wagtailsnippetchoosers_catalogue_{name}",
            when=holders_of(f"catalogue.view_{name}"),
        )
    admit("wagtail_bulk_action", when=only_own_entries)
    admit("ind_og_ud", when=holders_of("catalogue.add_activity", "catalogue.change_activity"))


def only_own_entries(request: HttpRequest, match: ResolverMatch) -> bool:
    """Whether everything ticked is the user's own to change: the page that asks for confirmation names it all."""
    kinds = {(model._meta.app_label, model._meta.model_name): model for model in POLICIES}
    model = kinds.get((match.kwargs.get("app_label"), match.kwargs.get("model_name")))
    ticked = request.GET.getlist("id")
    if model is not None and ticked == ["all"] and match.kwargs.get("action") in OF_THE_WHOLE_LIST:
        return policy_registry.get_by_type(model).user_has_permission(request.user, "change")
    if model is None or not ticked or not all(pk.isdecimal() for pk in ticked):
        return False
    own = policy_registry.get_by_type(model).instances_user_has_permission_for(request.user, "change")
    return own.filter(pk__in=ticked).count() == len(set(ticked))
