"""The days that the calendar shows, read from the address."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

# The index holds dates at least so far ahead.
DAYS_AHEAD = 366
VIEW, DATE = "vis", "dato"


class View(models.TextChoices):
    """How much is shown."""

    DAY = "dag", _("En dag")
    WEEK = "uge", _("En uge")
    MONTH = "maaned", _("En måned")


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both inclusive; `understood` is false when the address asked for something else."""

    view: View
    first: datetime.date
    last: datetime.date
    understood: bool = True

    @classmethod
    def parse(cls, view: str, day: str, today: datetime.date) -> Period:
        """The period of the address; this week when nothing is asked for, or nothing that we have."""
        understood = view in ("", *View.values)
        shown = View(view) if view in View.values else View.WEEK
        asked = _date(day)
        if day and (asked is None or not today <= asked <= today + datetime.timedelta(days=DAYS_AHEAD)):
            # The first day of the week or month that is running is not over, though it has been.
            running = asked is not None and asked < today and cls.around(shown, asked).last >= today
            understood, asked = understood and running, None
        found = cls.around(shown, asked or today)
        return cls(found.view, found.first, found.last, understood)

    @classmethod
    def around(cls, view: View, day: datetime.date) -> Period:
        """The day, week or month that holds the day."""
        if view == View.DAY:
            return cls(view, day, day)
        if view == View.WEEK:
            monday = day - datetime.timedelta(days=day.weekday())
            return cls(view, monday, monday + datetime.timedelta(days=6))
        _weekday, length = calendar.monthrange(day.year, day.month)
        return cls(view, day.replace(day=1), day.replace(day=length))

    def previous(self, today: datetime.date) -> Period | None:
        """The one before; None when it is over."""
        before = self.around(self.view, self.first - datetime.timedelta(days=1))
        return before if before.last >= today else None

    def next(self, today: datetime.date) -> Period | None:
        """The one after; None when it is too far away."""
        after = self.around(self.view, self.last + datetime.timedelta(days=1))
        return after if after.first <= today + datetime.timedelta(days=DAYS_AHEAD) else None

    def parameters(self, today: datetime.date) -> list[tuple[str, str]]:
        """(name, value) pairs of the address; without a date for the period that holds today, so that a link stays."""
        pairs = [] if self.view == View.WEEK else [(VIEW, str(self.view))]
        return pairs if self.first <= today <= self.last else [*pairs, (DATE, self.first.isoformat())]


def _date(typed: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(typed.strip())
    except ValueError:
        return None
