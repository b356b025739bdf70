"""The dates of a window: rules and exceptions put together."""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice

from .expansion import local_starts
from .localtime import ZONE, moment, wall_clock
from .types import DateException, Occurrence, Rule

# Nobody plans outside these; they keep arithmetic with absurd windows from overflowing.
EARLIEST = datetime(1900, 1, 1, tzinfo=ZONE)
LATEST = datetime(2300, 1, 1, tzinfo=ZONE)
# A rule's start and the moment it stands for may be an hour apart when clocks change.
CLOCK_CHANGE = timedelta(hours=1)
HORIZON = timedelta(days=10 * 366)


def occurrences(
    rules: Iterable[Rule],
    exceptions: Iterable[DateException] = (),
    *,
    start: datetime,
    end: datetime,
    limit: int | None = None,
) -> list[Occurrence]:
    """Return the occurrences that overlap [start, end), in order of time, at most `limit`.

    `start` and `end` are aware. Cancelled dates are among them, marked; a moved date stands where it is moved to.
    Two rules that give the same start give one occurrence, the longer. Raises `RuleError` for a broken rule.
    """
    return list(islice(_ordered(tuple(rules), tuple(exceptions), start, end), limit))


def next_occurrence(
    rules: Iterable[Rule],
    exceptions: Iterable[DateException] = (),
    *,
    after: datetime,
    horizon: timedelta = HORIZON,
) -> Occurrence | None:
    """Return the first occurrence that takes place and is not over at `after` (aware), or None."""
    found = _ordered(tuple(rules), tuple(exceptions), after, after + horizon)
    return next((occurrence for occurrence in found if occurrence.takes_place), None)


def _ordered(
    rules: tuple[Rule, ...], exceptions: tuple[DateException, ...], start: datetime, end: datetime
) -> Iterator[Occurrence]:
    start, end = (min(max(edge, EARLIEST), LATEST).astimezone(UTC) for edge in (start, end))
    by_original = {exception.original: exception for exception in exceptions}
    streams = [_from_rule(rule, by_original, start, end) for rule in rules]
    streams.append(iter(_moved(rules, by_original)))
    seen = None
    for occurrence in heapq.merge(*streams, key=_moment_then_longest):
        if occurrence.start.astimezone(UTC) >= end:
            return
        same = (occurrence.start, occurrence.original_start)
        if occurrence.end.astimezone(UTC) > start and same != seen:
            yield occurrence
            seen = same


def _moment_then_longest(occurrence: Occurrence) -> tuple[float, float]:
    return occurrence.start.timestamp(), -occurrence.end.timestamp()


def _from_rule(
    rule: Rule, exceptions: Mapping[datetime, DateException], start: datetime, end: datetime
) -> Iterator[Occurrence]:
    first = wall_clock(start) - timedelta(minutes=rule.minutes) - CLOCK_CHANGE
    for local in local_starts(rule, first, wall_clock(end) + CLOCK_CHANGE):
        exception = exceptions.get(local)
        if exception is None:
            yield _occurrence(local, local, rule.minutes)
        elif exception.kind == "cancelled":
            yield _occurrence(local, local, rule.minutes, exception)


def _moved(rules: tuple[Rule, ...], exceptions: Mapping[datetime, DateException]) -> list[Occurrence]:
    """The moved dates in their new places. One whose original is no date of the rules (any more) is left out."""
    found = []
    for exception in exceptions.values():
        rule = _rule_that_gives(rules, exception.original) if exception.moved_to else None
        if rule and exception.moved_to:
            minutes = exception.minutes or rule.minutes
            found.append(_occurrence(exception.moved_to, exception.original, minutes, exception))
    return sorted(found, key=_moment_then_longest)


def _rule_that_gives(rules: tuple[Rule, ...], local: datetime) -> Rule | None:
    giving = (rule for rule in rules if any(local_starts(rule, local, local + timedelta(seconds=1))))
    return max(giving, key=lambda rule: rule.minutes, default=None)


def _occurrence(
    local: datetime, original: datetime, minutes: int, exception: DateException | None = None
) -> Occurrence:
    start = moment(local)
    return Occurrence(
        start=start,
        end=(start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZONE),
        original_start=moment(original),
        status=exception.kind if exception else "planned",
        reason=exception.reason if exception else "",
    )
