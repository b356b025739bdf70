"""Which steps make room for somebody who waits. May be: nobody counts heads."""

from __future__ import annotations

from ..life.choices import CloseReason, DeclineReason, State
from ..models import ReferralActivity

# Somebody has a place, or is about to come.
HOLDS = (State.CONTACTED, State.ESCORT, State.CAME, State.ABSENT, State.GOES_ON)
# They go on coming, though nobody follows it any more.
COMES = (State.CAME, State.GOES_ON)
GOES_ON_COMING = (CloseReason.GOES_ON, CloseReason.ENOUGH, CloseReason.UNTOUCHED)


def frees_by_step(entry: ReferralActivity, to: State, reason: str = "") -> bool:
    """Whether the step from where the entry is to `to` makes room; not what is declined because it is full."""
    return _has_place(entry) and to in (State.DECLINED, State.STOPPED) and reason != DeclineReason.FULL


def frees_by_closing(entry: ReferralActivity, reason: str) -> bool:
    """Whether the entry's place is given up when its referral is closed for this reason, a `CloseReason`."""
    return _has_place(entry) and not (entry.state in COMES and reason in GOES_ON_COMING)


def _has_place(entry: ReferralActivity) -> bool:
    """A place, or word that there may be one: that goes on to the next."""
    return entry.state in HOLDS or entry.state == State.WAITING and entry.room_at is not None
