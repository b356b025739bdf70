"""What the list shows of each thing that waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import AbstractPage, TaskState

from catalogue.comparing.differences import Difference, differences


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `differences` is None for a page, which is compared on a page of its own (`compare`)."""

    state: int
    seen: int
    title: str
    kind: str
    is_new: bool
    sent_by: str
    sent_at: Any
    edit: str
    compare: str
    public: str
    differences: list[Difference] | None
    comment: str = ""
    error: str = ""


def waiting_things(
    states: Iterable[TaskState], user: Any, typed: dict[int, str] | None = None, errors: dict[int, str] | None = None
) -> list[Waiting]:
    """Each of the states that still has its thing; `typed` and `errors` are what a form brought back."""
    finder = AdminURLFinder(user)
    found = []
    for state in states:
        entry = state.workflow_state.content_object
        if entry is None:
            continue
        latest = entry.latest_revision
        draft = latest.as_object()
        found.append(
            Waiting(
                state=state.pk,
                seen=latest.pk,
                title=str(draft),
                kind=capfirst(str(entry._meta.verbose_name)),
                is_new=not entry.live,
                sent_by=str(state.workflow_state.requested_by or ""),
                sent_at=state.started_at,
                edit=finder.get_edit_url(entry) or "",
                compare=_compare(entry),
                public=entry.get_absolute_url() if entry.live and hasattr(entry, "get_absolute_url") else "",
                differences=_differences(entry, draft),
                comment=(typed or {}).get(state.pk, ""),
                error=(errors or {}).get(state.pk, ""),
            )
        )
    return found


def _differences(entry: models.Model, draft: models.Model) -> list[Difference] | None:
    if isinstance(entry, AbstractPage):
        return None
    return differences(entry if entry.live else None, draft)  # type: ignore[attr-defined]


def _compare(entry: Any) -> str:
    """Wagtail's page with the two versions side by side."""
    first = "live" if entry.live else "earliest"
    name = "wagtailadmin_pages:revisions_compare"
    if not isinstance(entry, AbstractPage):
        name = entry.snippet_viewset.get_url_name("revisions_compare")
    try:
        return reverse(name, args=[entry.pk, first, "latest"])
    except NoReverseMatch:
        return ""
