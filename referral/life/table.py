"""Which step may follow which, and who may take it. `docs/referrals.md` prints the same table; a test compares them."""

from __future__ import annotations

from collections.abc import Iterable

from .choices import Actor, State

_R, _O, _N, _C = Actor.REFERRER, Actor.ORGANISATION, Actor.NETWORK_WORKER, Actor.COORDINATOR
_RECEIVES = frozenset({_O, _N, _C})
_ANYBODY = frozenset(Actor)
_FOLLOWS = frozenset({_N, _C})
# Home care may go along itself, and then knows whether the person came.
_GOES_ALONG = frozenset({_R, _N, _C})

STEPS: dict[State, dict[State, frozenset[Actor]]] = {
    State.NEW: {
        State.RECEIVED: _RECEIVES,
        State.CONTACTED: _ANYBODY,
        State.WAITING: _RECEIVES,
        State.DECLINED: _ANYBODY,
    },
    State.RECEIVED: {
        State.CONTACTED: _ANYBODY,
        State.WAITING: _RECEIVES,
        State.DECLINED: _ANYBODY,
    },
    State.CONTACTED: {
        State.ESCORT: _GOES_ALONG,
        State.CAME: _ANYBODY,
        State.ABSENT: _ANYBODY,
        State.WAITING: _RECEIVES,
        State.DECLINED: _ANYBODY,
    },
    State.WAITING: {
        State.CONTACTED: _ANYBODY,
        State.ESCORT: _GOES_ALONG,
        State.CAME: _ANYBODY,
        State.ABSENT: _ANYBODY,
        State.DECLINED: _ANYBODY,
    },
    State.ESCORT: {
        State.CAME: _ANYBODY,
        State.ABSENT: _ANYBODY,
        State.CONTACTED: _GOES_ALONG,
        State.DECLINED: _ANYBODY,
    },
    State.CAME: {
        State.GOES_ON: _ANYBODY,
        State.ABSENT: _ANYBODY,
        State.STOPPED: _ANYBODY,
    },
    State.ABSENT: {
        State.CONTACTED: _ANYBODY,
        State.ESCORT: _GOES_ALONG,
        State.CAME: _ANYBODY,
        State.STOPPED: _GOES_ALONG,
    },
    State.GOES_ON: {
        State.ABSENT: _ANYBODY,
        State.STOPPED: _ANYBODY,
    },
    # What came to nothing can be tried again by those who follow the person.
    State.STOPPED: {State.CONTACTED: _FOLLOWS},
    State.DECLINED: {State.CONTACTED: _FOLLOWS},
}

CLOSES = _GOES_ALONG
HANDS_OVER = _GOES_ALONG
SETS_DATE = _GOES_ALONG
ADDS = _GOES_ALONG
CORRECTS = _GOES_ALONG


def next_states(state: str, actors: Iterable[Actor]) -> list[State]:
    """Where one of `actors` may go from `state`, in the table's order."""
    acting = set(actors)
    return [after for after, allowed in STEPS[State(state)].items() if allowed & acting]


def allows(state: str, after: str, actors: Iterable[Actor]) -> bool:
    """Whether one of `actors` may go from `state` to `after`."""
    return after in next_states(state, actors)
