"""The addresses of an entry's life, and the ways to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from ..choices import Status
from ..feeds import converters as _stamps  # noqa: F401  # registers the converter of a date in an address
from ..models import Activity
from . import views

ROUTES: dict[str, tuple[str, type[View]]] = {
    "dates": ("datoer/<str:pk>/", views.DatesView),
    "cancel_date": ("aflys/<str:pk>/<stamp:start>/", views.CancelDateView),
    "move_date": ("flyt/<str:pk>/<stamp:start>/", views.MoveDateView),
    "restore_date": ("fortryd/<str:pk>/<stamp:start>/", views.RestoreDateView),
    "pause": ("pause/<str:pk>/", views.PauseView),
    "resume": ("i-gang/<str:pk>/", views.ResumeView),
    "end": ("ophoert/<str:pk>/", views.EndView),
    "verify": ("bekraeft/<str:pk>/", views.VerifyView),
    "split": ("del/<str:pk>/", views.SplitView),
    "places": ("pladser/<str:pk>/", views.PlacesView),
}


def life_urlpatterns(construct: Callable[[type[View]], Any]) -> list[URLPattern]:
    """The routes, each view made by the viewset's `construct`."""
    return [path(route, construct(view), name=name) for name, (route, view) in ROUTES.items()]


def ways(entry: Activity, next_url: str = "", *, splits: bool = False) -> list[Button]:
    """What may be done with a live entry as it is now, as items of a menu."""
    if not entry.live:
        return []
    steps = [("dates", _("Datoer: aflys eller flyt"), "calendar-alt"), ("verify", _("Bekræft, at det passer"), "check")]
    steps.append(("places", _("Ledige pladser"), "group"))
    if entry.status == Status.ACTIVE:
        steps.append(("pause", _("Sæt på pause"), "time"))
    else:
        steps.append(("resume", _("Sæt i gang igen"), "redirect"))
    if entry.status != Status.ENDED:
        steps.append(("end", _("Meld ophørt"), "cross"))
    if splits:
        steps.append(("split", _("Del i to"), "arrow-right-full"))
    after = "?" + urlencode({"next": next_url}) if next_url else ""
    return [
        Button(label, url=address_of(entry, name) + after, icon_name=icon, priority=40 + order)
        for order, (name, label, icon) in enumerate(steps)
    ]


def address_of(entry: Model, name: str) -> str:
    """An address of the entry in the editors' system."""
    viewset = Activity.snippet_viewset  # type: ignore[attr-defined]
    return reverse(viewset.get_url_name(name), kwargs={"pk": quote(entry.pk)})


def ways_in_list(entry: Model, user: AbstractBaseUser, next_url: str | None = None) -> list[Button]:
    """The same beside an entry in a list; whoever sees the list may change what is in it, or nothing at all."""
    if not isinstance(entry, Activity) or not policy_registry.get_by_type(Activity).user_has_permission(user, "change"):
        return []
    return ways(entry, next_url or "")
