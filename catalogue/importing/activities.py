"""Activities of the exchange format."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ..choices import ActivityType, Character, Delivery, Language, NotIn, Referrer, SignUp, Status
from ..models.schedule import MAX_MINUTES
from ..recurrence import Rule, RuleError, parse_rrule
from ..recurrence.expansion import gives_dates, local_starts
from . import values
from .entries import ActivityEntry, ScheduleEntry
from .entry import EntryReader, nested
from .places import read_accessibility
from .problems import Invalid

TERM = values.text(100, required=True)


def read_activity(entry: EntryReader) -> ActivityEntry:
    read = ActivityEntry(
        origin=entry.origin,
        slug=entry.need("slug", values.slug, ""),
        values=_columns(entry),
        organisation=entry.need("organisation", values.slug, ""),
        venue=entry.take("venue", values.slug, None, null=True),
        areas=frozenset(entry.many("areas", values.slug, required=True)),
        interests=frozenset(entry.many("interests", TERM)),
        target_groups=frozenset(entry.many("target_groups", TERM)),
        accessibility=read_accessibility(entry),
        schedules=_schedules(entry),
    )
    _check_numbers(entry, read.values)
    return read


def _columns(entry: EntryReader) -> dict[str, Any]:
    places = values.whole_number(0, values.MOST_PLACES)
    years = values.whole_number(0, values.OLDEST)
    return {
        "title": entry.need("title", values.text(200, required=True), ""),
        "summary": entry.need("summary", values.text(160, required=True), ""),
        "description": entry.take("description", values.text(20_000, lines=True), ""),
        "type": entry.need("type", values.choice(ActivityType.values), ""),
        "character": entry.need("character", values.choice(Character.values), ""),
        "delivery": _choices(entry, "delivery", Delivery.values, required=True),
        "age_min": entry.take("age_min", years, None, null=True),
        "age_max": entry.take("age_max", years, None, null=True),
        "schedule_text": entry.take("schedule_text", values.text(250), ""),
        "price_dkk": entry.take("price_dkk", values.price, None, null=True),
        "price_text": entry.take("price_text", values.text(250), ""),
        "signup": entry.need("signup", values.choice(SignUp.values), ""),
        "referrers": _choices(entry, "referrers", Referrer.values),
        "capacity": entry.take("capacity", places, None, null=True),
        "places_left": entry.take("places_left", places, None, null=True),
        "languages": _choices(entry, "languages", Language.values),
        "verified_on": entry.take("verified_on", values.day, None, null=True),
        "status": entry.need("status", values.choice(Status.values), ""),
        **_contact(entry),
        **_editors_own(entry),
    }


def _editors_own(entry: EntryReader) -> dict[str, Any]:
    """What files seldom have: one that does not mention it leaves it as the editors wrote it."""
    readers = {
        "first_visit": values.text(20_000, lines=True),
        "status_note": values.text(200),
        "verified_by": values.text(120),
    }
    found: dict[str, Any] = {name: entry.take(name, read, "") for name, read in readers.items()}
    found["paused_until"] = _last_day_of_pause(entry)
    return {name: value for name, value in found.items() if name in entry.raw}


def _last_day_of_pause(entry: EntryReader) -> date | None:
    until: date | None = entry.take("paused_until", values.day, None, null=True)
    if until and entry.raw.get("status") != Status.PAUSED:
        entry.problem("paused_until", _("Kun det, der er på pause, har en sidste dag i pausen."))
    return until


def _choices(entry: EntryReader, name: str, possible: list[str], *, required: bool = False) -> tuple[str, ...]:
    """Some of a closed list, in the list's own order, as the column keeps them."""
    return tuple(sorted(entry.many(name, values.choice(possible), required=required), key=possible.index))


def _contact(entry: EntryReader) -> dict[str, str]:
    contact = nested(entry, "contact")
    if contact is None:
        return {"contact_name": "", "contact_phone": "", "contact_email": ""}
    found = {
        "contact_name": contact.take("name", values.text(120), ""),
        "contact_phone": contact.take("phone", values.phone, ""),
        "contact_email": contact.take("email", values.email, ""),
    }
    contact.finish()
    return found


def _check_numbers(entry: EntryReader, columns: dict[str, Any]) -> None:
    youngest, oldest = columns["age_min"], columns["age_max"]
    if youngest is not None and oldest is not None and youngest > oldest:
        entry.problem("age_min", _("%(a)d år er mere end den højeste alder, %(b)d år.") % {"a": youngest, "b": oldest})
    capacity, left = columns["capacity"], columns["places_left"]
    if capacity is not None and left is not None and left > capacity:
        entry.problem(
            "places_left", _("%(a)d ledige pladser er flere, end der er pladser, %(b)d.") % {"a": left, "b": capacity}
        )


def _schedules(entry: EntryReader) -> tuple[ScheduleEntry, ...]:
    nothing: list[dict[str, Any]] = []
    lines = entry.take("schedule", values.list_of(_line), nothing)
    read = [
        _schedule(EntryReader(raw, entry.origin, entry.report, path=f"schedule[{number}]."))
        for number, raw in enumerate(lines, 1)
    ]
    return tuple(sorted(line for line in read if line))


def _line(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Invalid(_("Her skal stå et objekt, ikke %(kind)s.") % {"kind": values.kind_of(value)})
    return value


def _schedule(line: EntryReader) -> ScheduleEntry | None:
    begins = line.need("dtstart", values.local_time, None)
    minutes = line.need("minutes", values.whole_number(1, MAX_MINUTES), 0)
    rrule = line.take("rrule", _rrule, "", null=True)
    exdates = line.many("exdates", values.day)
    not_in = _choices(line, "not_in", NotIn.values)
    line.finish()
    if begins is None or not minutes:
        return None
    schedule = ScheduleEntry(begins.date(), begins.time(), minutes, rrule, tuple(sorted(exdates)), not_in)
    _check_dates(line, schedule, begins)
    return schedule


def _rrule(value: Any) -> str:
    rule = values.text(500)(value)
    try:
        if rule:
            parse_rrule(rule)
    except RuleError as error:
        raise Invalid(str(error)) from error
    return rule


def _check_dates(line: EntryReader, schedule: ScheduleEntry, begins: datetime) -> None:
    rule = Rule(schedule.starts_on, schedule.starts_at, schedule.minutes, schedule.rrule)
    if not gives_dates(rule):
        line.problem("rrule", _("Reglen giver ingen datoer fra den første gang og frem."))
        return
    if not _happens_on(rule, begins.date()):
        line.note("dtstart", _("Den første dag er ingen af reglens dage og tæller ikke med."))
    stray = [day for day in schedule.exdates if not _happens_on(rule, day)]
    if stray:
        dates = ", ".join(day.isoformat() for day in stray)
        line.note("exdates", _("Ingen af reglens dage: %(dates)s.") % {"dates": dates})


def _happens_on(rule: Rule, day: date) -> bool:
    start = datetime.combine(day, datetime.min.time())
    return any(local_starts(rule, start, datetime.combine(day, datetime.max.time())))
