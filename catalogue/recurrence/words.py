"""Dates and times as people say them: "i morgen kl. 10.30-12", "tirsdag 24. november kl. 14".

Danish is the source language; every pattern goes through gettext, the names of days and months come from Django.
Date patterns are Django's (https://docs.djangoproject.com/en/5.2/ref/templates/builtins/#date).
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils.dateformat import format as format_date
from django.utils.dateformat import time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..wording import danish, joined, woven
from .localtime import wall_clock
from .types import Occurrence

SEVERAL_DAYS = timedelta(hours=24)


def next_time_words(occurrence: Occurrence, now: datetime, *, until: bool = False) -> str:
    """ "Næste gang: tirsdag 24. november kl. 14"; with `until` also when it ends."""
    return _("Næste gang: %(when)s") % {"when": when_words(occurrence, now, until=until)}


def when_words(occurrence: Occurrence, now: datetime, *, until: bool = True, short: bool = False) -> str:
    """Day and time of an occurrence as seen at `now` (aware): "i dag kl. 10-12"."""
    start, end, today = wall_clock(occurrence.start), wall_clock(occurrence.end), wall_clock(now).date()
    day = short_day_words(start.date(), today) if short else day_words(start.date(), today)
    if until and end - start >= SEVERAL_DAYS:
        return _("%(start_day)s %(start_time)s til %(end_day)s %(end_time)s") % {
            "start_day": day,
            "start_time": time_words(start.time()),
            "end_day": short_day_words(end.date(), today) if short else day_words(end.date(), today),
            "end_time": time_words(end.time()),
        }
    return _("%(day)s %(time)s") % {"day": day, "time": time_words(start.time(), end.time() if until else None)}


def change_words(occurrence: Occurrence, now: datetime) -> str:
    """What happened to a cancelled or moved date, with the reason; "" for one that is as planned."""
    if occurrence.status == "planned":
        return ""
    if occurrence.status == "cancelled":
        words = _("Aflyst")
    else:
        original = wall_clock(occurrence.original_start)
        words = _("Flyttet fra %(day)s %(time)s") % {
            "day": day_words(original.date(), wall_clock(now).date()),
            "time": time_words(original.time()),
        }
    return joined(": ", [words, danish(occurrence.reason)])


def day_words(day: date, today: date) -> str:
    """ "i dag", "i morgen", "tirsdag 24. november"; the year only when it is not this one."""
    near = {0: _("i dag"), 1: _("i morgen")}.get((day - today).days)
    return near or f"{format_date(day, 'l')} {date_words(day, today)}"


def date_words(day: date, today: date) -> str:
    """ "24. november", or "24. november 2027" when it is not this year."""
    return day_and_month(day) if day.year == today.year else full_date(day)


def day_and_month(day: date) -> str:
    """ "24. november"."""
    return format_date(day, pgettext("datoformat", "j. F"))


def full_date(day: date) -> str:
    """ "24. november 2027"."""
    return format_date(day, pgettext("datoformat", "j. F Y"))


def day_of_month(day: date) -> str:
    """ "24.", where the month follows later."""
    return format_date(day, pgettext("dag i måneden", "j."))


def short_day_words(day: date, today: date) -> str:
    """ "i dag", "i morgen", "tir 24. nov", "tir 24. nov 2027"."""
    near = {0: _("i dag"), 1: _("i morgen")}.get((day - today).days)
    pattern = pgettext("datoformat", "D j. b") if day.year == today.year else pgettext("datoformat", "D j. b Y")
    return near or format_date(day, pattern)


def time_words(start: time, end: time | None = None) -> str:
    """ "kl. 14", "kl. 10.30-12"."""
    if end is None:
        return _("kl. %(time)s") % {"time": clock_words(start)}
    return _("kl. %(start)s-%(end)s") % {"start": clock_words(start), "end": clock_words(end)}


def clock_words(clock: time) -> str:
    """ "14", "10.30"; in English "2 p.m.", "10:30 a.m."."""
    pattern = pgettext("klokkeslæt", "G.i") if clock.minute else pgettext("hel time", "G")
    return time_format(clock, pattern)


def ordinal(number: int) -> str:
    """ "2."; in English "2nd", which is why the number's last figure decides which words are asked for."""
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    words = {
        1: pgettext("ordenstal, der ender på 1", "%(n)d."),
        2: pgettext("ordenstal, der ender på 2", "%(n)d."),
        3: pgettext("ordenstal, der ender på 3", "%(n)d."),
    }.get(last) or pgettext("ordenstal", "%(n)d.")
    return words % {"n": number}


def listed(words: Sequence[str]) -> str:
    """ "mandag", "mandag og onsdag", "mandag, onsdag og fredag"."""
    if len(words) < 2:
        return joined("", words)
    return woven(_("%(most)s og %(last)s"), most=joined(", ", words[:-1]), last=words[-1])


def weekday_name(weekday: int) -> str:
    """The name of a weekday; 0 is Monday."""
    return format_date(date(2024, 1, 1 + weekday), "l")  # 1 January 2024 was a Monday


def month_name(month: int) -> str:
    return format_date(date(2024, month, 1), "F")


def sentence(words: str) -> str:
    return capfirst(words)
