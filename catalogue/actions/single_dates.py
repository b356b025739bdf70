"""Cancelling or moving a single date, and taking that back.

A date is named by its original start: naive, local, as the schedule's rules give it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..choices import ExceptionKind
from ..models import Activity, DateException
from ..recurrence.activity import rules_of
from ..recurrence.expansion import local_starts
from .change_entry import change_entry

if TYPE_CHECKING:
    from accounts.models import User

CANCEL, MOVE, RESTORE = "catalogue.cancel_date", "catalogue.move_date", "catalogue.restore_date"


class NotADate(ValidationError):
    """The activity does not take place then."""


def cancel_date(*, entry: Activity, start: datetime, reason: str, by: User | None) -> Activity:
    """Cancel one date, for a reason that visitors read; one that was moved is cancelled where it was.

    Raises `NotADate` when the activity has no such date.
    """
    values = {
        "kind": ExceptionKind.CANCELLED,
        "reason": reason,
        "moved_to_date": None,
        "moved_to_time": None,
        "minutes": None,
    }
    data = {"start": start.isoformat(), "reason": reason}
    return _change(entry, start, values, CANCEL, by, data)


def move_date(
    *, entry: Activity, start: datetime, to: datetime, minutes: int | None = None, reason: str, by: User | None
) -> Activity:
    """Move one date to `to` (naive, local), for a reason that visitors read; `minutes` when it lasts another time.

    Raises `NotADate`; and `ValidationError` when it would stay where it is.
    """
    if to == start:
        raise ValidationError(_("Det er den dato og det klokkeslæt, som gangen har i forvejen. Skriv de nye."))
    values = {
        "kind": ExceptionKind.MOVED,
        "reason": reason,
        "moved_to_date": to.date(),
        "moved_to_time": to.time(),
        "minutes": minutes,
    }
    data = {"start": start.isoformat(), "to": to.isoformat(), "reason": reason}
    return _change(entry, start, values, MOVE, by, data)


def restore_date(*, entry: Activity, start: datetime, by: User | None) -> Activity:
    """Let one date take place as the rules say. Raises `NotADate` when nothing had happened to it."""

    def change(version: Activity) -> None:
        if not _remove(version, start):
            raise NotADate(_("Den dato er ikke aflyst eller flyttet."))

    def in_draft(version: Activity) -> None:
        _remove(version, start)

    data = {"start": start.isoformat()}
    return change_entry(entry=entry, change=change, in_draft=in_draft, action=RESTORE, by=by, data=data)


def _change(
    entry: Activity, start: datetime, values: dict[str, Any], action: str, by: User | None, data: dict[str, Any]
) -> Activity:
    shown: list[Activity] = []

    def change(version: Activity) -> None:
        if start not in _starts_on(version, start.date()):
            raise NotADate(_("Aktiviteten har ingen gang på det tidspunkt. Genindlæs siden, og prøv igen."))
        _put(version, start, values)
        shown.append(version)

    def in_draft(version: Activity) -> None:
        # A draft's row is the one that visitors see, or publishing the draft would bring a second one for the date.
        keys = {_when(row): row.pk for row in shown[0].date_exceptions.all()}
        _put(version, start, values)
        for row in version.date_exceptions.all():
            if row.pk is None:
                row.pk = keys.get(_when(row))

    return change_entry(entry=entry, change=change, in_draft=in_draft, action=action, by=by, data=data)


def _put(version: Activity, start: datetime, values: dict[str, Any]) -> None:
    """Leave one row for the date, with these values."""
    rows = _by_the_hour(version, start.date())
    mine = next((row for row in rows if row.original_time == start.time()), None)
    if mine is None:
        mine = DateException(original_date=start.date(), original_time=start.time())
        rows.append(mine)
    for name, value in values.items():
        setattr(mine, name, value)
    _set_day(version, start.date(), rows)


def _remove(version: Activity, start: datetime) -> bool:
    """Take the date's row away; whether there was one."""
    rows = _by_the_hour(version, start.date())
    left = [row for row in rows if row.original_time != start.time()]
    if len(left) == len(rows):
        return False
    _set_day(version, start.date(), left)
    return True


def _by_the_hour(version: Activity, day: date) -> list[DateException]:
    """The rows of one day, one for each start: a row for the whole day becomes one for each of its starts."""
    rows = [row for row in version.date_exceptions.all() if row.original_date == day]
    timed = [row for row in rows if row.original_time is not None]
    whole = next((row for row in rows if row.original_time is None), None)
    if whole is None:
        return timed
    taken = {row.original_time for row in timed}
    free = [start.time() for start in _starts_on(version, day) if start.time() not in taken]
    for at in free:
        timed.append(
            DateException(
                original_date=day,
                original_time=at,
                kind=whole.kind,
                reason=whole.reason,
                moved_to_date=whole.moved_to_date,
                moved_to_time=whole.moved_to_time,
                minutes=whole.minutes,
            )
        )
    return timed


def _set_day(version: Activity, day: date, rows: list[DateException]) -> None:
    others = [row for row in version.date_exceptions.all() if row.original_date != day]
    version.date_exceptions = [*others, *rows]  # type: ignore[assignment]


def _starts_on(version: Activity, day: date) -> list[datetime]:
    first = datetime.combine(day, time.min)
    return sorted(
        {start for rule in rules_of(version) for start in local_starts(rule, first, first + timedelta(days=1))}
    )


def _when(row: DateException) -> tuple[date, time | None]:
    return row.original_date, row.original_time
