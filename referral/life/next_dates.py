"""When somebody must look at a referral again, if nobody has said another date."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.conf import settings

from .choices import AT_AN_END, State

# The setting that says how many days each state may last.
DAYS = {
    State.NEW: "REFERRAL_RECEIVE_DAYS",
    State.RECEIVED: "REFERRAL_CONTACT_DAYS",
    State.CONTACTED: "REFERRAL_VISIT_DAYS",
    State.ESCORT: "REFERRAL_VISIT_DAYS",
    State.WAITING: "REFERRAL_WAITING_DAYS",
    State.ABSENT: "REFERRAL_NO_SHOW_DAYS",
    State.CAME: "REFERRAL_FOLLOW_UP_DAYS",
}


def next_date(entries: Iterable[tuple[str, datetime.date]], today: datetime.date) -> datetime.date:
    """The earliest day by which something must have happened; `entries` are states and the days they began.

    Tomorrow for what is late already: somebody has the referral before them today.
    When nothing is waited for any more, `REFERRAL_FOLLOW_UP_DAYS` after `today`: to ask how it goes, or close.
    """
    due = [
        since + datetime.timedelta(days=getattr(settings, DAYS[State(state)]))
        for state, since in entries
        if state not in AT_AN_END
    ]
    tomorrow = today + datetime.timedelta(days=1)
    return min(
        (max(day, tomorrow) for day in due), default=today + datetime.timedelta(days=settings.REFERRAL_FOLLOW_UP_DAYS)
    )
