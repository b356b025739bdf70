"""The panel that comes first on the editors' first page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Media
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from accounts.permissions import works_everywhere
from catalogue.scopes import reach_of

from .catalogue_needs import activities_that
from .needs import needs_of

# More than this is done in the list, several at once.
MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """One of somebody's own entries that nobody has confirmed for long."""

    title: str
    since: str
    edit: str
    confirm: str


class Desk(Component):
    """What needs the one who looks; and for those with few entries, the ones to confirm, each with its own button."""

    order = 10
    template_name = "editorial/admin/desk.html"

    @cached_property
    def media(self) -> Media:
        return Media(css={"all": ["editorial/desk.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        user = parent_context["request"].user
        return {
            "shown": works_everywhere(user) or bool(reach_of(user)),
            "needs": needs_of(user),
            "to_confirm": to_confirm(user),
            "csrf_token": parent_context.get("csrf_token", ""),
        }


def to_confirm(user: Any) -> list[ToConfirm]:
    """The own entries of somebody who does not work everywhere, the oldest first; two queries."""
    if works_everywhere(user) or not reach_of(user):
        return []
    rows = activities_that(user, "foraeldet").order_by("verified_on", "title", "pk")[:MOST_ROWS]
    return [
        ToConfirm(
            title=row.title,
            since=_("Sidst bekræftet %(day)s") % {"day": date_format(row.verified_on, "SHORT_DATE_FORMAT")}
            if row.verified_on
            else _("Aldrig bekræftet"),
            edit=reverse("wagtailsnippets_catalogue_activity:edit", args=[row.pk]),
            confirm=reverse("overblik:confirm", args=[row.pk]),
        )
        for row in rows
    ]
