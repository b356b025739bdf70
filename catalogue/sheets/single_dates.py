"""Cancelled and moved dates of a calendar, beside those that editors have written themselves."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..choices import ExceptionKind
from ..importing.entries import ExceptionEntry
from ..importing.rows.activities import exception_entry
from ..models import Activity
from . import cells

FROM_CALENDAR = ("Aflyst i kalenderen.", "Flyttet i kalenderen.")
"""The reasons of what a calendar says."""


def with_kept(told: Iterable[ExceptionEntry], row: Activity | None) -> frozenset[ExceptionEntry]:
    """What the calendar says, and what an editor has written; of the same date the editor's words win."""
    present = [exception_entry(line) for line in row.date_exceptions.all()] if row else []
    kept = {one for one in present if one.reason not in FROM_CALENDAR}
    days = {one.original_date for one in kept if one.original_time is None}
    dates = {(one.original_date, one.original_time) for one in kept}
    return frozenset(
        kept
        | {one for one in told if one.original_date not in days and (one.original_date, one.original_time) not in dates}
    )


def in_words(exceptions: Iterable[ExceptionEntry]) -> str:
    """A line for each, in the order of the dates."""
    return "\n".join(
        _line(one) for one in sorted(exceptions, key=lambda one: (one.original_date, str(one.original_time)))
    )


def _line(one: ExceptionEntry) -> str:
    day = cells.day_text(one.original_date)
    if one.kind == ExceptionKind.CANCELLED or one.moved_to_date is None:
        return _("%(day)s: aflyst") % {"day": day}
    clock = f" {cells.clock_text(one.moved_to_time)}" if one.moved_to_time else ""
    return _("%(day)s: flyttet til %(new)s") % {"day": day, "new": cells.day_text(one.moved_to_date) + clock}
