"""A calendar's bytes → its events, with what we cannot follow told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar

from ..importing.problems import Invalid
from ..recurrence import RuleError, parse_rrule, wall_clock
from ..sheets.reading.table import UnreadableFile

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """A line of a schedule in local Danish time."""

    begins: datetime
    minutes: int
    rrule: str
    without: tuple[date, ...] = ()


@dataclass(slots=True)
class FoundEvent:
    """One VEVENT; `original` is the date that it changes, for those that change a date of a series."""

    number: int
    uid: str
    title: str
    text: str
    begins: datetime
    minutes: int
    cancelled: bool
    rrule: str = ""
    without: tuple[date, ...] = ()
    more: tuple[datetime, ...] = ()
    original: datetime | None = None
    hints: list[str] = field(default_factory=list)

    @property
    def timings(self) -> list[Timing]:
        return [
            Timing(self.begins, self.minutes, self.rrule, self.without),
            *(Timing(extra, self.minutes, "") for extra in self.more),
        ]


@dataclass(frozen=True, slots=True)
class BadEvent:
    """A VEVENT that cannot be used, and why."""

    number: int
    uid: str
    title: str
    why: str


def read_events(content: bytes, *, most: int) -> list[FoundEvent | BadEvent]:
    """Raises `UnreadableFile` for what is no calendar, has no events, or too many."""
    if b"BEGIN:VCALENDAR" not in content[:2000].upper():
        raise UnreadableFile(_("Filen er ikke en kalender (.ics). Eksportér kalenderen som iCalendar, og prøv igen."))
    try:
        calendar = Calendar.from_ical(_text(content))
        found = calendar.walk("VEVENT")
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFile(_("Kalenderen er i stykker og kan ikke læses. Eksportér den igen.")) from error
    if not found:
        raise UnreadableFile(_("Der er ingen begivenheder i kalenderen."))
    if len(found) > most:
        raise UnreadableFile(_("Kalenderen har mere end %(n)d begivenheder. Del den i flere filer.") % {"n": most})
    return [_event(number, event) for number, event in enumerate(found, 1)]


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _event(number: int, event: Any) -> FoundEvent | BadEvent:
    uid = str(event.get("UID", "")).strip()[:255]
    title = " ".join(str(event.get("SUMMARY", "")).split())[:200]
    try:
        return _read(number, uid, title, event)
    except Invalid as error:
        why = error.message
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
        why = _("Begivenheden kan ikke læses. Se efter i kalenderen, at dag og tid er rigtige.")
    return BadEvent(number, uid, title, why)


def _read(number: int, uid: str, title: str, event: Any) -> FoundEvent:
    if not uid:
        raise Invalid(_("Begivenheden har intet UID, så vi kan ikke kende den igen."))
    if not title:
        raise Invalid(_("Begivenheden har ingen titel."))
    for name in ("EXRULE", "RRULE"):
        if isinstance(event.get(name), list) or (name == "EXRULE" and name in event):
            raise Invalid(_("Begivenheden har to regler for, hvornår den gentages. Lav en begivenhed for hver."))
    hints: list[str] = []
    begins = _local(event.decoded("DTSTART"))
    original = event.get("RECURRENCE-ID")
    if original is not None and str(original.params.get("RANGE", "")).upper() == "THISANDFUTURE":
        raise Invalid(_("Begivenheden ændrer alle de følgende gange. Del serien i to i kalenderen."))
    return FoundEvent(
        number=number,
        uid=uid,
        title=title,
        text=str(event.get("DESCRIPTION", "")).strip(),
        begins=begins,
        minutes=_minutes(event, hints),
        cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        rrule=_rule(event, hints),
        without=tuple(sorted({moment.date() for moment in _moments(event, "EXDATE")})),
        more=tuple(sorted(_moments(event, "RDATE"))),
        original=_local(original.dt) if original is not None else None,
        hints=hints,
    )


def _local(value: date | datetime) -> datetime:
    """What the clock on the wall shows in Denmark; a day begins at midnight."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    return wall_clock(value) if value.tzinfo else value


def _moments(event: Any, name: str) -> list[datetime]:
    lists = event.get(name)
    if lists is None:
        return []
    lists = lists if isinstance(lists, list) else [lists]
    values = [one.dt for several in lists for one in several.dts]
    if any(isinstance(value, tuple) for value in values):
        raise Invalid(_("Begivenheden har perioder som ekstra gange. Lav en begivenhed for hver."))
    return [_local(value) for value in values]


def _minutes(event: Any, hints: list[str]) -> int:
    begins = event.decoded("DTSTART")
    whole_days = not isinstance(begins, datetime)
    if "DTEND" in event:
        took = _local(event.decoded("DTEND")) - _local(begins)
    elif "DURATION" in event:
        took = event.decoded("DURATION")
    else:
        took = DAY if whole_days else HOUR
        if not whole_days:
            hints.append(_("Kalenderen siger ikke, hvornår det slutter. Vi har regnet med en time."))
    if whole_days:
        hints.append(_("Det varer hele dagen i kalenderen."))
    if took <= timedelta(0):
        raise Invalid(_("Begivenheden slutter, før den begynder."))
    return int(took.total_seconds()) // 60


def _rule(event: Any, hints: list[str]) -> str:
    if "RRULE" not in event:
        return ""
    rule = event["RRULE"].to_ical().decode()
    try:
        parse_rrule(rule)
    except RuleError as error:
        raise Invalid(str(error)) from error
    begins = event.decoded("DTSTART")
    if isinstance(begins, datetime) and begins.tzinfo and wall_clock(begins) != begins.replace(tzinfo=None, fold=0):
        if wall_clock(begins).date() != begins.date():
            raise Invalid(_("Begivenheden gentages efter et andet lands tid, så dagen er en anden her. Ret tidszonen."))
        hints.append(_("Kalenderen regner i et andet lands tid. Se efter, at klokkeslættet passer hele året."))
    return str(rule)
