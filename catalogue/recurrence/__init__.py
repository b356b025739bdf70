"""Dates from RFC 5545 rules in Danish time: pure functions of plain values.

`activity` reads the rules of an `Activity`; `words` says dates and rules aloud.
"""

from .facets import TimeOfDay, time_of_day, times_of_day, weekdays
from .grammar import RuleError, parse_rrule, validate_rrule
from .localtime import ZONE, moment, wall_clock
from .occurrences import next_occurrence, occurrences
from .types import DateException, Occurrence, Rule

__all__ = [
    "ZONE",
    "DateException",
    "Occurrence",
    "Rule",
    "RuleError",
    "TimeOfDay",
    "moment",
    "next_occurrence",
    "occurrences",
    "parse_rrule",
    "time_of_day",
    "times_of_day",
    "validate_rrule",
    "wall_clock",
    "weekdays",
]
