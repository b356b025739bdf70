"""A calendar → rows for the trial. What is known already keeps its words; only its times follow the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..choices import Delivery, Status
from ..models import Activity, ProgrammeEvent, Venue
from ..recurrence import wall_clock
from ..sheets import cells, times
from ..sheets.column import KEY, WHEN
from ..sheets.names import Names
from ..sheets.reading.table import Line
from .events import BadEvent, read_events
from .programme import ProgrammeEntry, entries_of

SUMMARY = 160


@dataclass(frozen=True, slots=True)
class Programme:
    """Whose calendar it is, and what its new activities are; the values are those that are stored."""

    venue: str
    organisation: str
    type: str
    character: str
    signup: str


def lines_of(content: bytes, programme: Programme, names: Names, *, most: int) -> tuple[list[Line], list[str]]:
    """The rows and what there is to say of the calendar as a whole. Raises `UnreadableFile`."""
    found = read_events(content, most=most)
    entries = entries_of(event for event in found if not isinstance(event, BadEvent))
    venue = Venue.objects.select_related("area").get(slug=programme.venue)
    linked = dict(ProgrammeEvent.objects.filter(venue=venue).values_list("uid", "activity__slug"))
    by_title = {
        " ".join(title.split()).casefold(): slug
        for slug, title in Activity.objects.filter(venue=venue).order_by("-pk").values_list("slug", "title")
    }
    now = wall_clock(timezone.now())
    lines, over = [_refused(bad) for bad in found if isinstance(bad, BadEvent)], 0
    for entry in entries:
        slugs = {linked[uid] for uid in entry.uids if uid in linked}
        known = slugs or {slug for slug in [by_title.get(entry.title.casefold())] if slug}
        if not known and entry.is_over(now):
            over += 1
            continue
        lines.append(_line(entry, known, programme, venue, names))
    notes = []
    if over:
        words = ngettext(
            "%(n)d begivenhed er forbi og er ikke med.", "%(n)d begivenheder er forbi og er ikke med.", over
        )
        notes.append(words % {"n": over})
    return sorted(lines, key=lambda line: line.number), notes


def _refused(bad: BadEvent) -> Line:
    return Line(bad.number, {"title": bad.title, "": cells.Unusable(bad.why)})


def _line(entry: ProgrammeEntry, known: set[str], programme: Programme, venue: Venue, names: Names) -> Line:
    found: dict[str, Any] = {"title": entry.title}
    if len(known) > 1:
        found[""] = cells.Unusable(
            _("Begivenheder med den titel hører til flere aktiviteter: %(keys)s. Giv dem hver sin titel i kalenderen.")
            % {"keys": ", ".join(sorted(known))}
        )
    elif not entry.timings:
        found[""] = cells.Unusable(_("Alt er aflyst i kalenderen. Afslut aktiviteten, hvis den er hørt op."))
    elif known:
        found = {KEY: known.pop()}
    else:
        found |= _new(entry, programme, venue, names)
    printed = times.printed([_schedule(timing) for timing in entry.timings]) if entry.timings else {}
    found |= {f"{WHEN}.{part}": value for part, value in printed.items()}
    return Line(entry.number, found, tuple(entry.exceptions), tuple(entry.uids), tuple(entry.hints))


def _schedule(timing: Any) -> dict[str, Any]:
    return {
        "dtstart": timing.begins.isoformat(),
        "minutes": timing.minutes,
        "rrule": timing.rrule,
        "exdates": [day.isoformat() for day in timing.without],
    }


def _new(entry: ProgrammeEntry, programme: Programme, venue: Venue, names: Names) -> dict[str, Any]:
    return {
        "summary": _short(entry.text or entry.title),
        "description": entry.text[:20_000],
        "type": programme.type,
        "character": programme.character,
        "organisation": names.organisations.label(programme.organisation),
        "venue": names.venues.label(venue.slug),
        "areas": names.areas.label(venue.area.slug),
        "delivery": Delivery.IN_PERSON.value,
        "signup": programme.signup,
        "status": Status.ACTIVE.value,
    }


def _short(text: str) -> str:
    """The first words, whole, as many as there is room for."""
    first = " ".join(text.split("\n\n")[0].split())
    if len(first) <= SUMMARY:
        return first
    return first[: SUMMARY - 2].rsplit(" ", 1)[0] + " …"
