"""Events → activities: those of one title at one place belong together, with what was cancelled and moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from ..choices import ExceptionKind
from ..importing.entries import ExceptionEntry
from ..sheets.single_dates import FROM_CALENDAR
from .events import FoundEvent, Timing

CANCELLED, MOVED = FROM_CALENDAR


@dataclass(slots=True)
class ProgrammeEntry:
    """What a calendar says of one activity."""

    number: int
    title: str
    text: str
    uids: list[str] = field(default_factory=list)
    timings: list[Timing] = field(default_factory=list)
    exceptions: list[ExceptionEntry] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def is_over(self, now: datetime) -> bool:
        """Whether all of it was before `now` (naive, local)."""
        return bool(self.timings) and all(not line.rrule and line.begins < now for line in self.timings)


def entries_of(events: Iterable[FoundEvent]) -> list[ProgrammeEntry]:
    """In the order of the calendar."""
    events = list(events)
    entries: dict[str, ProgrammeEntry] = {}
    by_uid: dict[str, ProgrammeEntry] = {}
    for event in events:
        if event.original is not None:
            continue
        entry = by_uid.get(event.uid) or entries.get(event.title.casefold())
        if entry is None:
            entry = entries[event.title.casefold()] = ProgrammeEntry(event.number, event.title, event.text)
        by_uid[event.uid] = entry
        _add(entry, event)
    for event in events:
        if event.original is not None and event.uid in by_uid:
            _change(by_uid[event.uid], event)
    return list(entries.values())


def _add(entry: ProgrammeEntry, event: FoundEvent) -> None:
    if event.uid not in entry.uids:
        entry.uids.append(event.uid)
    entry.text = entry.text or event.text
    entry.hints += [hint for hint in event.hints if hint not in entry.hints]
    if event.cancelled and event.rrule:
        entry.hints.append(_("En serie er aflyst i kalenderen og er ikke med."))
        return
    entry.timings += [timing for timing in event.timings if timing not in entry.timings]
    if event.cancelled:
        entry.exceptions += [_cancelled(timing.begins) for timing in event.timings]


def _change(entry: ProgrammeEntry, event: FoundEvent) -> None:
    original = event.original or event.begins
    if event.cancelled:
        entry.exceptions.append(_cancelled(original))
    elif event.begins != original or not any(timing.minutes == event.minutes for timing in entry.timings):
        entry.exceptions.append(
            ExceptionEntry(
                original.date(),
                original.time(),
                ExceptionKind.MOVED.value,
                MOVED,
                event.begins.date(),
                event.begins.time(),
                event.minutes,
            )
        )


def _cancelled(original: datetime) -> ExceptionEntry:
    return ExceptionEntry(original.date(), original.time(), ExceptionKind.CANCELLED.value, CANCELLED)
