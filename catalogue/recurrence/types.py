"""What goes into recurrence and what comes out: plain values that know nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Literal

from ..choices import NotIn
from .holidays import is_public_holiday

ExceptionKind = Literal["cancelled", "moved"]
Status = Literal["planned", "cancelled", "moved"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a schedule, in local Danish time.

    `rrule` is an RFC 5545 rule without its "RRULE:", or "" for something that happens once;
    `exdates` are days on which the rule gives nothing; nor does it in what `not_in` names: the public holidays, and the
    school holidays, whose days are `closed`.
    """

    starts_on: date
    starts_at: time
    minutes: int
    rrule: str = ""
    exdates: frozenset[date] = field(default_factory=frozenset)
    not_in: frozenset[str] = field(default_factory=frozenset)
    closed: frozenset[date] = field(default_factory=frozenset)

    def leaves_out(self, day: date) -> bool:
        """Whether the rule gives nothing on that day, though it would fall on it."""
        return (
            day in self.exdates
            or day in self.closed
            or (NotIn.PUBLIC_HOLIDAYS in self.not_in and is_public_holiday(day))
        )

    def leaving_out_nothing(self) -> Rule:
        """The same rule with every day that it would fall on."""
        return replace(self, exdates=frozenset(), not_in=frozenset(), closed=frozenset())

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.starts_on, self.starts_at.replace(tzinfo=None))


@dataclass(frozen=True, slots=True)
class DateException:
    """A single date that is cancelled or moved; `original` and `moved_to` are naive local times."""

    original: datetime
    kind: ExceptionKind
    reason: str = ""
    moved_to: datetime | None = None
    minutes: int | None = None

    def __post_init__(self) -> None:
        if self.kind == "moved" and self.moved_to is None:
            raise ValueError("A moved date needs the time that it is moved to.")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date and time. `start`, `end` and `original_start` are aware, in Europe/Copenhagen.

    Two aware times of one zone subtract by the clock on the wall, so use `minutes` for the duration.
    """

    start: datetime
    end: datetime
    original_start: datetime
    status: Status = "planned"
    reason: str = ""

    @property
    def minutes(self) -> int:
        return int((self.end.astimezone(UTC) - self.start.astimezone(UTC)).total_seconds()) // 60

    @property
    def takes_place(self) -> bool:
        return self.status != "cancelled"
