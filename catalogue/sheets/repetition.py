"""How often something happens, as a few words in a cell ↔ a rule of RFC 5545.

Only what reads back as the very same rule is written in words; every other rule stands in the cell as it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from ..importing.problems import Invalid
from ..recurrence import RuleError, parse_rrule
from . import cells

DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "MO,TU,WE,TH,FR"
PHRASES = ("én gang", "hver uge", "hver 2. uge", "hver måned", "hver dag", "hverdage")
"""What the template offers; "hver uge" means the weekday of the first date, "hver måned" its place in the month."""
_DAY_LIST = rf"(?:{'|'.join(DAYS)})(?:\s*(?:,|og)\s*(?:{'|'.join(DAYS)}))*"
_WEEKLY = re.compile(rf"(?:hver\s+)?(?:(?P<nth>\d{{1,2}})\.\s*|(?P<other>anden\s+))?(?P<days>{_DAY_LIST})")
_WEEKS = re.compile(r"hver(?:\s+(?:(?P<nth>\d{1,2})\.|(?P<other>anden)))?\s+uge")
_MONTHLY = re.compile(
    r"(?:hver\s+)?(?P<places>(?:\d\.|sidste)(?:\s*(?:,|og)\s*(?:\d\.|sidste))*)\s*"
    rf"(?P<day>{'|'.join(DAYS)})\s+i\s+(?:måneden|hver\s+måned|(?:hver\s+)?(?P<months>\d{{1,2}})\.\s*måned)"
)
_TIMES = re.compile(r"(?:efter\s+)?(\d{1,4})\s*(?:gange?|x)\.?")
_UNTIL = re.compile(r"UNTIL=(\d{4})(\d{2})(\d{2})T235959")
_COUNT = re.compile(r"COUNT=(\d+)")


def in_words(rule: str, first: date) -> tuple[str, str]:
    """What stands in "Gentages" and "Slutter" for a rule."""
    if not rule:
        return "", ""
    main, end = _parted(rule)
    words = _words(main)
    if words and _rule(words, first) + end_of(end, words) == rule:
        return words, end
    return rule, ""


def from_words(repeats: str, ends: str, first: date) -> str:
    """The rule; "" for something that happens once."""
    written = " ".join(repeats.replace("\N{NO-BREAK SPACE}", " ").split())
    if "freq=" in written.lower():
        rule = written.removeprefix("RRULE:")
        return rule + end_of(ends, rule)
    rule = _rule(written.lower(), first)
    return rule + end_of(ends, rule)


def _parted(rule: str) -> tuple[str, str]:
    """The rule without its end, and the end as it stands in its cell."""
    main, _semicolon, last = rule.rpartition(";")
    until, count = _UNTIL.fullmatch(last), _COUNT.fullmatch(last)
    if until:
        return main, f"{until[3]}-{until[2]}-{until[1]}"
    if count:
        return main, _("%(n)s gange") % {"n": count[1]}
    return rule, ""


def _words(main: str) -> str:
    if main == "FREQ=DAILY":
        return "hver dag"
    parts = dict(piece.partition("=")[::2] for piece in main.split(";"))
    interval, days = parts.get("INTERVAL", ""), parts.get("BYDAY", "")
    if parts.get("FREQ") == "WEEKLY" and days == WORKDAYS and not interval:
        return "hverdage"
    if parts.get("FREQ") == "WEEKLY" and days and set(days.split(",")) <= set(CODES):
        names = _joined([DAYS[CODES.index(code)] for code in days.split(",")])
        return f"hver {interval}. {names}" if interval else f"hver {names}"
    if parts.get("FREQ") == "MONTHLY" and days:
        return _monthly_words(days.split(","), interval)
    return ""


def _monthly_words(days: list[str], interval: str) -> str:
    found = [re.fullmatch(r"([1-5]|-1)([A-Z]{2})", day) for day in days]
    if not all(found) or len({match[2] for match in found if match}) != 1:
        return ""
    places = _joined(["sidste" if match[1] == "-1" else f"{match[1]}." for match in found if match])
    months = f"hver {interval}. måned" if interval else "måneden"
    return f"{places} {DAYS[CODES.index(days[0][-2:])]} i {months}"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def _rule(words: str, first: date) -> str:
    """The rule of words in lower case."""
    if words in ("", "én gang", "en gang", "nej", "aldrig"):
        return ""
    plain = {
        "hver dag": "FREQ=DAILY",
        "dagligt": "FREQ=DAILY",
        "hverdage": f"FREQ=WEEKLY;BYDAY={WORKDAYS}",
        "alle hverdage": f"FREQ=WEEKLY;BYDAY={WORKDAYS}",
        "hver måned": f"FREQ=MONTHLY;BYDAY={_place(first)}{CODES[first.weekday()]}",
    }
    if words in plain:
        return plain[words]
    weeks = _WEEKS.fullmatch(words)
    if weeks:
        return _weekly(_interval(weeks), CODES[first.weekday()])
    weekly = _WEEKLY.fullmatch(words)
    if weekly:
        return _weekly(_interval(weekly), ",".join(CODES[DAYS.index(day)] for day in re.findall("|".join(DAYS), words)))
    monthly = _MONTHLY.fullmatch(words)
    if monthly:
        interval = f"INTERVAL={int(monthly['months'])};" if monthly["months"] else ""
        places = re.findall(r"\d|sidste", monthly["places"])
        code = CODES[DAYS.index(monthly["day"])]
        days = ",".join(f"{'-1' if place == 'sidste' else place}{code}" for place in places)
        return f"FREQ=MONTHLY;{interval}BYDAY={days}"
    raise Invalid(
        _("»%(text)s« forstår vi ikke. Skriv for eksempel »hver uge«, »hver 2. tirsdag« eller »1. mandag i måneden«.")
        % {"text": words[:60]}
    )


def _place(first: date) -> str:
    """Which of its weekday in the month the date is; the fifth is the last."""
    nth = (first.day - 1) // 7 + 1
    last = (first + timedelta(days=7)).month != first.month
    return "-1" if nth == 5 and last else str(nth)


def _interval(match: re.Match[str]) -> int:
    return int(match["nth"]) if match["nth"] else 2 if match["other"] else 1


def _weekly(interval: int, days: str) -> str:
    return f"FREQ=WEEKLY;{f'INTERVAL={interval};' if interval != 1 else ''}BYDAY={days}"


def end_of(ends: str, rule: str) -> str:
    written = ends.strip().lower()
    if not written:
        return ""
    if not rule:
        raise Invalid(_("Her står, hvornår det slutter. Skriv også i »Gentages«, hvor tit det er."))
    times = _TIMES.fullmatch(written)
    if times:
        return f";COUNT={int(times[1])}"
    until = cells.day(written)
    return f";UNTIL={datetime.combine(until, datetime.min.time()):%Y%m%d}T235959" if until else ""


def check(rule: str) -> None:
    """Raises `Invalid` for a rule that cannot be followed."""
    try:
        if rule:
            parse_rrule(rule)
    except RuleError as error:
        raise Invalid(str(error)) from error
