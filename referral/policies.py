"""Who may do what with which referral: as what somebody acts, and what follows from it."""

from __future__ import annotations

from typing import Any

from catalogue.models import Organisation
from catalogue.scopes import Reach, reach_of

from .life.choices import Actor, ConsentKind, State
from .life.table import ADDS, CLOSES, CORRECTS, HANDS_OVER, SETS_DATE, next_states
from .models import Referral, ReferralActivity
from .permissions import COORDINATE, FOLLOW, RECEIVE, REFER, holds

_KEPT = "_referral_units"


def actors_of(by: Any, referral: Referral, entry: ReferralActivity | None = None) -> frozenset[Actor]:
    """As what somebody may act on the referral, or on one activity of it; empty for strangers.

    `by` is a user, or an organisation that answers by a link. An organisation acts on its own activities only.
    """
    entries = _entries_of(referral)
    answered = [one for one in entries if entry is None or one.pk == entry.pk]
    if isinstance(by, Organisation):
        return _as_receiver(referral, answered, frozenset({by.pk}))
    if not by.is_authenticated or not by.is_active:
        return frozenset()
    reach, found = reach_of(by), set()
    if holds(by, REFER) and referral.unit_id in units_of(by):
        found.add(Actor.REFERRER)
    if holds(by, COORDINATE) and referral.area_id in reach.areas:
        found.add(Actor.COORDINATOR)
    # Who follows a person follows the whole of it, not only what their own house offers.
    if holds(by, FOLLOW) and (referral.area_id in reach.areas or any(_is_at(one, reach) for one in entries)):
        found.add(Actor.NETWORK_WORKER)
    if holds(by, RECEIVE):
        found |= _as_receiver(referral, answered, reach.organisations)
    return frozenset(found)


def steps_for(by: Any, entry: ReferralActivity) -> list[State]:
    """The steps that somebody may take with one activity, in the table's order."""
    if not entry.referral.is_open:
        return []
    return next_states(entry.state, actors_of(by, entry.referral, entry))


def may_close(by: Any, referral: Referral) -> bool:
    """Whether somebody may close the referral."""
    return referral.is_open and bool(CLOSES & actors_of(by, referral))


def may_hand_over(by: Any, referral: Referral) -> bool:
    """Whether somebody may make another its owner."""
    return referral.is_open and bool(HANDS_OVER & actors_of(by, referral))


def may_set_date(by: Any, referral: Referral) -> bool:
    """Whether somebody may say when it is to be looked at again."""
    return referral.is_open and bool(SETS_DATE & actors_of(by, referral))


def may_add(by: Any, referral: Referral) -> bool:
    """Whether somebody may refer the person to more."""
    return referral.is_open and bool(ADDS & actors_of(by, referral))


def may_correct(by: Any, referral: Referral) -> bool:
    """Whether somebody may correct how the person is reached, or write down a new yes."""
    return referral.is_open and bool(CORRECTS & actors_of(by, referral))


def sees_all(by: Any, referral: Referral) -> bool:
    """Whether somebody sees the whole case; an organisation sees only what concerns its own activities."""
    return bool(actors_of(by, referral) - {Actor.ORGANISATION})


def may_withdraw(by: Any, referral: Referral) -> bool:
    """Whether somebody may note that the person has taken back a yes: whoever sees the whole case, closed or not."""
    return sees_all(by, referral)


def may_see_contact(by: Any, referral: Referral) -> bool:
    """Whether somebody may read who the person is: only while the person wants to be contacted."""
    stands = any(one.kind == ConsentKind.CONTACTED and not one.withdrawn_at for one in referral.consents.all())
    return stands and bool(actors_of(by, referral))


def units_of(user: Any) -> frozenset[int]:
    """The keys of the units that the user works in; one query, once for each user object."""
    units = getattr(user, _KEPT, None)
    if units is None:
        units = frozenset(user.unit_memberships.values_list("unit", flat=True))
        setattr(user, _KEPT, units)
    return units


def _entries_of(referral: Referral) -> list[ReferralActivity]:
    """What a view has fetched, or a fresh answer: actions ask of rows that have fetched nothing."""
    fetched = "entries" in getattr(referral, "_prefetched_objects_cache", {})
    return list(referral.entries.all() if fetched else referral.entries.select_related("activity"))


def _as_receiver(referral: Referral, entries: list[ReferralActivity], theirs: frozenset[int]) -> frozenset[Actor]:
    open_ones = [one for one in entries if one.organisation_id in theirs and one.state != State.DECLINED]
    return frozenset({Actor.ORGANISATION}) if open_ones and referral.is_open else frozenset()


def _is_at(entry: ReferralActivity, reach: Reach) -> bool:
    venue = entry.activity.venue_id if entry.activity else None
    return entry.organisation_id in reach.organisations or venue in reach.venues
