"""What the page before, and the message after, say about the entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.actions.change_activities import Outcome
from catalogue.models import Activity

MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Item:
    """One entry in the list; `reason` says why it is left alone."""

    title: str
    address: str
    now: str
    reason: str
    has_draft: bool


def items_of(entries: list[Activity], refused: dict[int, str], current: Callable[[Activity], str]) -> list[Item]:
    """The entries, in their order."""
    return [
        Item(
            title=entry.title,
            address=reverse("wagtailsnippets_catalogue_activity:edit", args=[entry.pk]),
            now=current(entry),
            reason=refused.get(entry.pk, ""),
            has_draft=entry.live and entry.has_unpublished_changes,
        )
        for entry in entries
    ]


def told_of(outcome: Outcome) -> list[str]:
    """What else there is to say: what kept a draft, what was so already, and what was left alone and why."""
    told = []
    if outcome.drafts:
        told.append(
            ngettext(
                "%(n)d har en kladde; den er der stadig, og rettelsen står også i den.",
                "%(n)d har en kladde; de er der stadig, og rettelsen står også i dem.",
                outcome.drafts,
            )
            % {"n": outcome.drafts}
        )
    if outcome.same:
        told.append(
            ngettext("%(n)d var sådan i forvejen.", "%(n)d var sådan i forvejen.", len(outcome.same))
            % {"n": len(outcome.same)}
        )
    for entry, reason in outcome.skipped[:MOST_NAMES]:
        told.append(_("»%(title)s« er ikke rettet: %(reason)s") % {"title": entry.title, "reason": reason})
    more = len(outcome.skipped) - MOST_NAMES
    if more > 0:
        told.append(ngettext("%(n)d til er ikke rettet.", "%(n)d til er ikke rettet.", more) % {"n": more})
    return told
