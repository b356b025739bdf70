"""A rule in words: "Hver mandag kl. 10-12", "Den 2. lørdag i måneden kl. 11-13"."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from ..choices import NotIn
from .expansion import local_starts
from .grammar import Day, Recurrence, parse_rrule
from .types import Rule
from .words import date_words, day_words, listed, month_name, ordinal, sentence, time_words, weekday_name

WORKING_DAYS, WHOLE_WEEK = [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6]
ODD_WEEKS, EVEN_WEEKS = tuple(range(1, 54, 2)), tuple(range(2, 53, 2))
UNSAYABLE = {"BYSETPOS", "BYWEEKNO", "BYYEARDAY"}


def rule_words(rule: Rule, today: date) -> str:
    """Say a rule in words, or "" when it is too intricate for a sentence (show its dates instead)."""
    ends = rule.begins + timedelta(minutes=rule.minutes)
    time = time_words(rule.starts_at, ends.time())
    if not rule.rrule:
        return sentence(_("%(day)s %(time)s") % {"day": day_words(rule.starts_on, today), "time": time})
    recurrence = parse_rrule(rule.rrule)
    days = _days(rule, recurrence)
    if not days:
        return ""
    parts = [days, _months(recurrence), time]
    return ", ".join([sentence(" ".join(part for part in parts if part)), *_bounds(rule, recurrence, today)])


def _days(rule: Rule, recurrence: Recurrence) -> str:
    if recurrence.frequency == "YEARLY" and "BYWEEKNO" in recurrence.lists:
        return _by_parity(recurrence)
    if UNSAYABLE & recurrence.lists.keys():
        return ""
    if recurrence.frequency == "DAILY":
        return _daily(recurrence)
    if recurrence.frequency == "WEEKLY":
        weekdays = [day.weekday for day in recurrence.days] or [rule.starts_on.weekday()]
        return _weekly(sorted(set(weekdays)), recurrence.interval)
    return _monthly(rule, recurrence) if recurrence.frequency == "MONTHLY" else _yearly(rule, recurrence)


def _daily(recurrence: Recurrence) -> str:
    if "BYMONTHDAY" in recurrence.lists:
        return ""
    if recurrence.days:
        return _weekly(sorted({day.weekday for day in recurrence.days}), 1) if recurrence.interval == 1 else ""
    if recurrence.interval == 1:
        return _("hver dag")
    return _("hver anden dag") if recurrence.interval == 2 else _("hver %(n)d. dag") % {"n": recurrence.interval}


def _weekly(weekdays: list[int], interval: int) -> str:
    names = listed([weekday_name(day) for day in weekdays])
    if interval == 1:
        special = {tuple(WORKING_DAYS): _("alle hverdage"), tuple(WHOLE_WEEK): _("hver dag")}
        return special.get(tuple(weekdays)) or _("hver %(days)s") % {"days": names}
    if interval == 2 and len(weekdays) == 1:
        return _("hver anden %(day)s") % {"day": names}
    if interval == 2:
        return _("%(days)s hver anden uge") % {"days": names}
    return _("%(days)s hver %(n)d. uge") % {"days": names, "n": interval}


def _monthly(rule: Rule, recurrence: Recurrence) -> str:
    which = _which_days(rule, recurrence)
    if not which or recurrence.interval == 1:
        return _("%(which)s i måneden") % {"which": which} if which else ""
    if recurrence.interval == 2:
        return _("%(which)s hver anden måned") % {"which": which}
    return _("%(which)s hver %(n)d. måned") % {"which": which, "n": recurrence.interval}


def _which_days(rule: Rule, recurrence: Recurrence) -> str:
    numbers = recurrence.lists.get("BYMONTHDAY", () if recurrence.days else (rule.starts_on.day,))
    if numbers and recurrence.days:
        return ""
    if numbers == (-1,):
        return _("den sidste dag")
    if numbers:
        ordinals = [ordinal(number) for number in sorted(numbers)]
        return _("den %(numbers)s") % {"numbers": listed(ordinals)} if min(numbers) > 0 else ""
    return _nth_days(recurrence.days)


def _nth_days(days: tuple[Day, ...]) -> str:
    """ "den 2. og 4. søndag", "den sidste fredag", "den 1. mandag og 3. onsdag"; "" without numbers."""
    by_weekday: dict[int, list[int]] = {}
    for day in days:
        if day.nth is None or day.nth < -1:
            return ""
        by_weekday.setdefault(day.weekday, []).append(day.nth)
    groups = [
        _("%(ordinals)s %(day)s") % {"ordinals": listed(_ordinals(nths)), "day": weekday_name(weekday)}
        for weekday, nths in by_weekday.items()
    ]
    return _("den %(numbers)s") % {"numbers": listed(groups)}


def _ordinals(numbers: Iterable[int]) -> list[str]:
    in_order = sorted(numbers, key=lambda number: (number < 0, number))
    return [_("sidste") if number == -1 else ordinal(number) for number in in_order]


def _yearly(rule: Rule, recurrence: Recurrence) -> str:
    if recurrence.days or recurrence.lists or recurrence.interval != 1:
        return ""
    return _("hvert år %(day)d. %(month)s") % {"day": rule.starts_on.day, "month": month_name(rule.starts_on.month)}


def _by_parity(recurrence: Recurrence) -> str:
    """Every odd week of the year, or every even one; "" for other weeks."""
    plain = recurrence.interval == 1 and recurrence.lists.keys() <= {"BYWEEKNO", "BYMONTH"}
    weekdays = sorted({day.weekday for day in recurrence.days if day.nth is None})
    if not plain or not weekdays or len(weekdays) != len(recurrence.days):
        return ""
    days = listed([weekday_name(day) for day in weekdays])
    weeks = tuple(sorted(recurrence.lists["BYWEEKNO"]))
    if weeks == ODD_WEEKS:
        return _("hver %(days)s i ulige uger") % {"days": days}
    return _("hver %(days)s i lige uger") % {"days": days} if weeks == EVEN_WEEKS else ""


def _months(recurrence: Recurrence) -> str:
    months = sorted(set(recurrence.lists.get("BYMONTH", ())))
    if not months:
        return ""
    if len(months) > 2 and months == list(range(months[0], months[-1] + 1)):
        return _("fra %(first)s til %(last)s") % {"first": month_name(months[0]), "last": month_name(months[-1])}
    return _("i %(months)s") % {"months": listed([month_name(month) for month in months])}


def _bounds(rule: Rule, recurrence: Recurrence, today: date) -> list[str]:
    bounds = []
    if rule.starts_on > today:
        bounds.append(_("fra %(date)s") % {"date": date_words(rule.starts_on, today)})
    last = _last_day(rule, recurrence)
    if last:
        bounds.append(_("til og med %(date)s") % {"date": date_words(last, today)})
    return [*bounds, *_breaks(rule)]


def _breaks(rule: Rule) -> list[str]:
    said = {
        NotIn.SCHOOL_HOLIDAYS: _("ikke i skoleferier"),
        NotIn.PUBLIC_HOLIDAYS: _("ikke på helligdage"),
    }
    both = _("ikke i skoleferier og på helligdage")
    named = [words for name, words in said.items() if name in rule.not_in]
    return [both] if len(named) == 2 else named


def _last_day(rule: Rule, recurrence: Recurrence) -> date | None:
    """Where it ends; a count is told as its last date, because nobody wants to count past the days left out."""
    if recurrence.until:
        return recurrence.until.date()
    if not recurrence.count:
        return None
    starts = list(local_starts(rule, rule.begins, datetime.max))
    return starts[-1].date() if starts else None
