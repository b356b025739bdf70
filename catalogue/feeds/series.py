"""From rules and exceptions to the series of a calendar: what repeats, what is left out, what is changed.

A calendar has one series for each rule. What the catalogue says of all rules together has to be said of each: an
exception belongs to the rule that gives its date, and a date that two rules give is left out of one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ..choices import NotIn
from ..recurrence import DateException, Rule, parse_rrule
from ..recurrence.expansion import local_starts

# How far ahead dates that two rules share, and public holidays, are looked for.
SHARED_DATES_FOR = timedelta(days=10 * 366)


@dataclass(frozen=True, slots=True)
class Series:
    """One rule with what happened to its dates; all times are naive, local.

    `key` tells it from the activity's other series and stays the same while its first date does; `first` is the first
    date that the rule gives; `left_out` are starts that do not take place; `changes` are its cancelled and moved dates.
    """

    key: str
    rule: Rule
    first: datetime
    left_out: tuple[datetime, ...] = ()
    changes: tuple[DateException, ...] = ()

    @property
    def repeats(self) -> bool:
        return bool(self.rule.rrule)

    def gives(self, start: datetime) -> bool:
        """Whether `start` is one of its dates, cancelled and moved ones among them."""
        return start not in self.left_out and _gives(self.rule, start)

    def change_of(self, start: datetime) -> DateException | None:
        """What happened to the date that was to be at `start`."""
        return next((change for change in self.changes if change.original == start), None)


def series_of(rules: Iterable[Rule], exceptions: Iterable[DateException], *, known_at: datetime) -> list[Series]:
    """The series of an activity, in the order of the rules; rules without any date are left out.

    Dates that two rules give at once are left to the longer rule, until ten years after `known_at` (naive, local).
    """
    last = known_at + SHARED_DATES_FOR
    every = [found for key, rule in _keyed(rules) if (found := _bare(key, rule, last))]
    alone = _without_shared_dates(every, last)
    changes: dict[str, list[DateException]] = {}
    for exception in {exception.original: exception for exception in exceptions}.values():
        giving = next((series for series in alone if series.gives(exception.original)), None)
        if giving:
            changes.setdefault(giving.key, []).append(exception)
    return [
        replace(series, changes=tuple(sorted(changes.get(series.key, ()), key=lambda change: change.original)))
        for series in alone
    ]


def _keyed(rules: Iterable[Rule]) -> Iterable[tuple[str, Rule]]:
    seen: dict[str, int] = {}
    for rule in rules:
        first = rule.begins.isoformat(timespec="minutes")
        seen[first] = seen.get(first, 0) + 1
        yield (first if seen[first] == 1 else f"{first}#{seen[first]}"), rule


def _bare(key: str, rule: Rule, last: datetime) -> Series | None:
    whole = rule.leaving_out_nothing()
    first = next(local_starts(whole, rule.begins, datetime.max), None)
    if first is None or (not rule.rrule and rule.leaves_out(first.date())):
        return None
    if whole == rule or not rule.rrule:
        return Series(key, rule, first)
    # Only dates that the rule would give: some programs stumble over any other.
    named = datetime.combine(max(rule.exdates | rule.closed, default=date.min), time.max)
    until = max(named, _holidays_until(rule, last))
    left_out = tuple(start for start in local_starts(whole, first, until) if rule.leaves_out(start.date()))
    return Series(key, rule, first, left_out=left_out)


def _holidays_until(rule: Rule, last: datetime) -> datetime:
    """How far ahead public holidays are told: a program that subscribes asks again long before."""
    return last if NotIn.PUBLIC_HOLIDAYS in rule.not_in else datetime.min


def _without_shared_dates(every: list[Series], last: datetime) -> list[Series]:
    """The series, none of them with a date that a longer one (or, equally long, an earlier one) has too."""
    by_length = sorted(every, key=lambda series: -series.rule.minutes)
    kept: list[Series] = []
    for series in by_length:
        rivals = [other for other in kept if _may_share_dates(other.rule, series.rule)]
        alone = _leaving_out_dates_of(rivals, series, last) if rivals else series
        if alone:
            kept.append(alone)
    order = [series.key for series in every]
    return sorted(kept, key=lambda series: order.index(series.key))


def _may_share_dates(one: Rule, other: Rule) -> bool:
    """Whether the two could ever start at once; tells the usual "Mondays and Thursdays at 10" apart quickly."""
    if one.begins.time() != other.begins.time():
        return False
    days, others = _weekdays(one), _weekdays(other)
    return not days or not others or not days.isdisjoint(others)


def _weekdays(rule: Rule) -> frozenset[int]:
    """The weekdays that the rule is bound to; none when it may fall on any."""
    if not rule.rrule:
        return frozenset({rule.starts_on.weekday()})
    recurrence = parse_rrule(rule.rrule)
    named = frozenset(day.weekday for day in recurrence.days)
    return named or frozenset({rule.starts_on.weekday()} if recurrence.frequency == "WEEKLY" else ())


def _leaving_out_dates_of(rivals: list[Series], series: Series, last: datetime) -> Series | None:
    taken = {start for rival in rivals for start in local_starts(rival.rule, series.first, last)}
    dates = list(local_starts(series.rule, series.first, last))
    if dates and taken.issuperset(dates):
        return None
    shared = taken.intersection(dates)
    return replace(series, left_out=tuple(sorted({*series.left_out, *shared})))


def _gives(rule: Rule, start: datetime) -> bool:
    return any(local_starts(rule, start, start + timedelta(seconds=1)))
