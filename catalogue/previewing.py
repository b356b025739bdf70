"""The ways in which an editor sees an activity beforehand. An app below adds the place where it shows activities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import Activity

# Asked of an activity, which may be a draft in memory, at a time that knows its zone.
Context = Callable[["Activity", datetime], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Preview:
    """One way: its name in addresses, what editors call it, its template and what that takes beside `object`."""

    name: str
    label: Any
    template: str
    context: Context


def _card(activity: Activity, now: datetime) -> dict[str, Any]:
    from .presenters.card import card_of

    return {"card": card_of(activity, now)}


_previews = {
    "card": Preview("card", _("I en liste"), "catalogue/admin/preview_card.html", _card),
    "paper": Preview("paper", _("På papir"), "catalogue/admin/preview_paper.html", _card),
}


def add_preview(preview: Preview) -> None:
    """Offers a way more, after those that are there; the same name again takes the earlier one's place."""
    _previews[preview.name] = preview


def modes() -> list[tuple[str, Any]]:
    """What Wagtail offers to choose from: the page itself first."""
    return [("", _("Siden")), *((preview.name, preview.label) for preview in _previews.values())]


def preview_of(name: str) -> Preview | None:
    """The way of that name; None for the page itself, and for a name that nobody knows."""
    return _previews.get(name)
