"""On which days: the words for a rule's FREQ, INTERVAL and BY parts."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..describe import EVEN_WEEKS, ODD_WEEKS
from ..grammar import WEEKDAYS
from .text import Rest
from .vocabulary import AND, DAY, MONTH, ORDINAL, compiled, month_of, number_of, weekday_of

Parts = dict[str, str]

_LISTED = rf"(?:{DAY})(?:{AND}(?:{DAY}))*"
_MONTHLY = rf"(?:i|om) (?:hver )?måned(?:en)?|hver måned|hver (?P<every>{ORDINAL}) måned"
_NTH = compiled(
    rf"(?:den |hver )?(?P<which>{ORDINAL}(?:{AND}(?:den\s+)?{ORDINAL})*\s+(?:{DAY})"
    rf"(?:{AND}(?:den\s+)?{ORDINAL}(?:{AND}(?:den\s+)?{ORDINAL})*\s+(?:{DAY}))*)\s+(?:{_MONTHLY})"
)
_FIRSTS = compiled(rf"(?:den |hver )?(?P<which>(?:(?:første|sidste)|{ORDINAL}{AND}{ORDINAL})\s+(?:{DAY}))")
_MONTHDAYS = compiled(rf"(?:den )?(?P<which>\d{{1,2}}\.(?:{AND}(?:den\s+)?\d{{1,2}}\.)*)\s+(?:{_MONTHLY})")
_LAST_DAY = compiled(rf"(?:den )?sidste dag (?:{_MONTHLY})")
_PARITY = compiled(r"(?:i )?(?:alle )?(?P<parity>ulige|lige) uger?(?:ne)?")
_EVERY_NTH_DAY = compiled(rf"hver (?P<every>{ORDINAL}) dag\b")
_EVERY_DAY = compiled(r"(?:hver dag|dagligt|daglig|alle dage|alle ugens dage|alle ugens 7 dage)\b")
_WORKING = compiled(r"(?:alle |hver |på |om )?hverdage?(?:ne)?\b")
_WEEKEND = compiled(r"(?:alle |hver |i )?weekend(?:en|er|erne)?\b")
_RANGE = compiled(rf"(?P<first>{DAY})\s*(?:-|til(?: og med)?)\s*(?P<last>{DAY})")
_EVERY_NTH_WEEKDAY = compiled(rf"hver (?P<every>{ORDINAL}) (?P<days>{_LISTED})")
_EVERY_NTH_WEEK = compiled(rf"hver (?P<every>{ORDINAL}) uge\b")
_DAYS = compiled(rf"(?:hver |om |alle )?(?P<days>{_LISTED})")
_MONTH_RANGE = compiled(rf"(?:fra |i )?(?P<first>{MONTH})\s*(?:-|til(?: og med)?)\s*(?P<last>{MONTH})")
_MONTHS = compiled(rf"(?:i )?(?P<months>{MONTH}(?:{AND}(?:i\s+)?{MONTH})*)")


def read_days(rest: Rest) -> Parts | None:
    """The rule's parts, or None where no days are named; takes what it reads."""
    readers: tuple[Callable[[Rest], Parts | None], ...] = (_nth, _monthdays, _parity, _daily, _weekly)
    return next((parts for reader in readers if (parts := reader(rest))), None)


def read_months(rest: Rest) -> tuple[int, ...]:
    """The months that are named, in order; empty where there are none."""
    months: set[int] = set()
    for match in rest.take(_MONTH_RANGE):
        first, last = month_of(match["first"]), month_of(match["last"])
        months.update((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))
    for match in rest.take(_MONTHS):
        months.update(month_of(word) for word in re.findall(MONTH, match["months"]))
    return tuple(sorted(months))


def _nth(rest: Rest) -> Parts | None:
    match = rest.take_one(_NTH) or rest.take_one(_FIRSTS)
    if not match:
        return None
    days, numbers = [], []
    for word in re.findall(rf"{ORDINAL}|{DAY}", match["which"]):
        if re.fullmatch(ORDINAL, word):
            numbers.append(number_of(word))
        else:
            days += [f"{number}{WEEKDAYS[weekday_of(word)]}" for number in numbers]
            numbers = []
    return {"FREQ": "MONTHLY", **_interval(match.groupdict().get("every")), "BYDAY": ",".join(dict.fromkeys(days))}


def _monthdays(rest: Rest) -> Parts | None:
    if match := rest.take_one(_LAST_DAY):
        return {"FREQ": "MONTHLY", **_interval(match["every"]), "BYMONTHDAY": "-1"}
    match = rest.take_one(_MONTHDAYS)
    if not match:
        return None
    numbers = sorted({int(number) for number in re.findall(r"\d+", match["which"])})
    return {"FREQ": "MONTHLY", **_interval(match["every"]), "BYMONTHDAY": ",".join(map(str, numbers))}


def _parity(rest: Rest) -> Parts | None:
    """Odd or even weeks; a year of 53 weeks has two odd ones in a row, so that every second week would not do."""
    match = rest.take_one(_PARITY)
    if not match:
        return None
    # "hver anden tirsdag i ulige uger" says the same twice.
    every_second = rest.take_one(compiled(rf"hver (?:anden|2\.) (?P<days>{_LISTED})"))
    days = weekdays_in(every_second["days"]) if every_second else _plain_days(rest)
    weeks = ODD_WEEKS if match["parity"] == "ulige" else EVEN_WEEKS
    return _byday({"FREQ": "YEARLY", "BYWEEKNO": ",".join(map(str, weeks))}, days) if days else None


def _daily(rest: Rest) -> Parts | None:
    if match := rest.take_one(_EVERY_NTH_DAY):
        return {"FREQ": "DAILY", **_interval(match["every"])}
    return {"FREQ": "DAILY"} if rest.take_one(_EVERY_DAY) else None


def _weekly(rest: Rest) -> Parts | None:
    if match := rest.take_one(_EVERY_NTH_WEEKDAY):
        return _byday({"FREQ": "WEEKLY", **_interval(match["every"])}, weekdays_in(match["days"]))
    every = rest.take_one(_EVERY_NTH_WEEK)
    days = _plain_days(rest)
    return _byday({"FREQ": "WEEKLY", **_interval(every["every"] if every else None)}, days) if days else None


def _plain_days(rest: Rest) -> set[int]:
    days: set[int] = set()
    if rest.take(_WORKING):
        days |= {0, 1, 2, 3, 4}
    if rest.take(_WEEKEND):
        days |= {5, 6}
    for match in rest.take(_RANGE):
        first, last = weekday_of(match["first"]), weekday_of(match["last"])
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    for match in rest.take(_DAYS):
        days |= weekdays_in(match["days"])
    return days


def weekdays_in(words: str) -> set[int]:
    """The weekdays that are named."""
    return {weekday_of(word) for word in re.findall(DAY, words)}


def _byday(parts: Parts, days: set[int]) -> Parts:
    return {**parts, "BYDAY": ",".join(WEEKDAYS[day] for day in sorted(days))}


def _interval(word: str | None) -> Parts:
    number = number_of(word) if word else 1
    return {"INTERVAL": str(number)} if number > 1 else {}
