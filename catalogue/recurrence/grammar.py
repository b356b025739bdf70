"""Reading an RFC 5545 recurrence rule, strictly, with errors that an editor understands.

python-dateutil reads rules too, but accepts INTERVAL=0 (and then never returns), rules that run every second,
and combinations that the RFC forbids; and its errors are for programmers.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from dateutil import rrule as dateutil
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .localtime import wall_clock

FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "DAILY": dateutil.DAILY,
    "WEEKLY": dateutil.WEEKLY,
    "MONTHLY": dateutil.MONTHLY,
    "YEARLY": dateutil.YEARLY,
}
TOO_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")
TIME_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_TEXT = 500
MOST_DATES = 5000
LONGEST_INTERVAL = 1000

_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A BYDAY entry: `weekday` 0 is Monday; `nth` counts within the month or year (-1 is the last), None is every."""

    weekday: int
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule, read. `until` is naive local time, inclusive; `lists` maps the other BY parts to their numbers."""

    frequency: str
    interval: int
    count: int | None
    until: datetime | None
    week_start: int
    days: tuple[Day, ...]
    lists: Mapping[str, tuple[int, ...]]


class RuleError(ValueError):
    """The text is no rule that we can follow; `messages` says why, for an editor."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(" ".join(messages))
        self.messages = messages


@lru_cache(maxsize=4096)
def parse_rrule(text: str) -> Recurrence:
    """Read a rule; raises `RuleError` with everything that is wrong with it."""
    errors: list[str] = []
    parts = _split(text, errors)
    values: dict[str, Any] = {}
    for name, value in parts.items():
        try:
            values[name] = _reader(name)(value)
        except ValueError as error:
            errors.append(str(error))
    errors += _missing(parts) or _forbidden_together(parts, values)
    if errors:
        raise RuleError(errors)
    return Recurrence(
        frequency=values.pop("FREQ"),
        interval=values.pop("INTERVAL", 1),
        count=values.pop("COUNT", None),
        until=values.pop("UNTIL", None),
        week_start=values.pop("WKST", 0),
        days=values.pop("BYDAY", ()),
        lists=MappingProxyType(values),
    )


def validate_rrule(text: str) -> None:
    """A Django validator: raises `ValidationError` in Danish unless `text` is empty or a rule we can follow."""
    if not text:
        return
    try:
        parse_rrule(text)
    except RuleError as error:
        raise ValidationError(error.messages, code="rrule") from error


def _split(text: str, errors: list[str]) -> dict[str, str]:
    if len(text) > MOST_TEXT:
        errors.append(_("Reglen er for lang."))
        return {}
    parts: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = piece.partition("=")
        if not equals or not value:
            errors.append(_("»%(piece)s« mangler en værdi, for eksempel FREQ=WEEKLY.") % {"piece": piece})
        elif name in parts:
            errors.append(_("»%(name)s« står der to gange.") % {"name": name})
        else:
            parts[name] = value
    return parts


def _reader(name: str) -> Callable[[str], Any]:
    readers: dict[str, Callable[[str], Any]] = {
        "FREQ": _frequency,
        "INTERVAL": lambda value: _number("INTERVAL", value, LONGEST_INTERVAL),
        "COUNT": lambda value: _number("COUNT", value, MOST_DATES),
        "UNTIL": _until,
        "WKST": _week_start,
        "BYDAY": _days,
        "BYMONTH": lambda value: _numbers("BYMONTH", value, 12, signed=False),
        "BYMONTHDAY": lambda value: _numbers("BYMONTHDAY", value, 31),
        "BYYEARDAY": lambda value: _numbers("BYYEARDAY", value, 366),
        "BYWEEKNO": lambda value: _numbers("BYWEEKNO", value, 53),
        "BYSETPOS": lambda value: _numbers("BYSETPOS", value, 366),
    }
    if name in TIME_PARTS:
        raise ValueError(
            _("»%(name)s« kan ikke bruges. Lav en linje mere i planen for hvert klokkeslæt.") % {"name": name}
        )
    if name not in readers:
        raise ValueError(_("»%(name)s« kender vi ikke.") % {"name": name[:40]})
    return readers[name]


def _frequency(value: str) -> str:
    if value in TOO_OFTEN:
        raise ValueError(_("Noget kan højst gentages hver dag (FREQ=DAILY), ikke oftere."))
    if value not in FREQUENCIES:
        raise ValueError(
            _("FREQ skal være DAILY, WEEKLY, MONTHLY eller YEARLY, ikke »%(value)s«.") % {"value": value[:40]}
        )
    return value


def _number(name: str, value: str, most: int) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= most):
        raise ValueError(_("%(name)s skal være et helt tal fra 1 til %(most)s.") % {"name": name, "most": most})
    return int(value)


def _numbers(name: str, value: str, most: int, *, signed: bool = True) -> tuple[int, ...]:
    pattern = re.compile(r"[+-]?\d{1,3}" if signed else r"\d{1,3}", re.ASCII)
    found = []
    for piece in value.split(","):
        if not pattern.fullmatch(piece) or not 1 <= abs(int(piece)) <= most:
            raise ValueError(
                _("%(name)s har »%(value)s«; tallene må højst være %(most)s.")
                % {"name": name, "value": piece[:40], "most": most}
            )
        found.append(int(piece))
    return tuple(found)


def _days(value: str) -> tuple[Day, ...]:
    days = []
    for piece in value.split(","):
        match = _DAY.fullmatch(piece)
        nth = int(match[1]) if match and match[1] else None
        if not match or nth == 0 or abs(nth or 1) > 53:
            raise ValueError(
                _("BYDAY har »%(value)s«; ugedagene er MO, TU, WE, TH, FR, SA og SU.") % {"value": piece[:40]}
            )
        days.append(Day(WEEKDAYS.index(match[2]), nth))
    return tuple(days)


def _week_start(value: str) -> int:
    if value not in WEEKDAYS:
        raise ValueError(_("WKST skal være en ugedag, for eksempel MO."))
    return WEEKDAYS.index(value)


def _until(value: str) -> datetime:
    """Local time; a bare date lasts to the end of that day; a time in UTC ("Z") is turned into local time."""
    match = _UNTIL.fullmatch(value)
    try:
        if not match:
            raise ValueError(value)
        day = datetime.strptime(match[1], "%Y%m%d")
        if not match[2]:
            return datetime.combine(day, time.max)
        exact = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S")
        return wall_clock(exact.replace(tzinfo=UTC)) if match[3] else exact
    except (ValueError, OverflowError) as error:
        raise ValueError(
            _("UNTIL skal være en dato som 20271231 eller 20271231T235959, ikke »%(value)s«.") % {"value": value[:40]}
        ) from error


def _missing(parts: dict[str, str]) -> list[str]:
    return [] if "FREQ" in parts else [_("Reglen mangler FREQ, for eksempel FREQ=WEEKLY;BYDAY=MO.")]


def _forbidden_together(parts: dict[str, str], values: dict[str, Any]) -> list[str]:
    """RFC 5545, 3.3.10: which parts may stand together."""
    frequency = parts["FREQ"]
    counted = any(day.nth for day in values.get("BYDAY", ()))
    broken = {
        _("Brug enten COUNT eller UNTIL, ikke begge."): "COUNT" in parts and "UNTIL" in parts,
        _("Ugedage med tal (som 2MO) kan kun bruges med MONTHLY eller YEARLY."): counted
        and frequency not in ("MONTHLY", "YEARLY"),
        _("Ugedage med tal (som 2MO) kan ikke bruges sammen med BYWEEKNO."): counted and "BYWEEKNO" in parts,
        _("BYMONTHDAY kan ikke bruges med WEEKLY."): "BYMONTHDAY" in parts and frequency == "WEEKLY",
        _("BYYEARDAY kan kun bruges med YEARLY."): "BYYEARDAY" in parts and frequency != "YEARLY",
        _("BYWEEKNO kan kun bruges med YEARLY."): "BYWEEKNO" in parts and frequency != "YEARLY",
        _("BYSETPOS skal bruges sammen med en anden BY-del, for eksempel BYDAY."): "BYSETPOS" in parts
        and not any(name.startswith("BY") for name in parts if name != "BYSETPOS"),
    }
    return [message for message, is_broken in broken.items() if is_broken]
