"""What an organisation sees of a referral: what it is to do, and what that takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from catalogue.models import Organisation

from ..life.choices import State
from ..models import Contact, Referral, ReferralActivity
from ..needs_in_words import needs_in_words
from ..policies import actors_of, may_see_contact
from ..waiting.line import line_of, place_in_line

# While it is still to be agreed with the person when they come; whoever comes can be asked.
NEEDS_CONTACT = (State.NEW, State.RECEIVED, State.CONTACTED, State.WAITING, State.ESCORT, State.ABSENT)


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """One proposal for its organisation. `place` is that on the waiting list, None when not on it.

    `waiting` is how many are on it, and `next_places` the places in it that there may be room for: numbers alone.
    """

    entry: ReferralActivity
    title: str
    organisation: str
    state: str
    since: datetime
    unit: str
    unit_kind: str
    area: str
    needs: list[tuple[str, list[str]]]
    contact: Contact | None
    place: int | None
    counts_places: bool
    places_left: int | None
    waiting: int
    next_places: list[int]


def answer_shown(entry: ReferralActivity, organisation: Organisation) -> AnswerShown:
    """The proposal as the organisation sees it."""
    referral = entry.referral
    activity = entry.activity
    waiting, next_places = line_of(activity.pk) if activity else (0, [])
    return AnswerShown(
        entry=entry,
        title=entry.title,
        organisation=organisation.name,
        state=str(State(entry.state).label),
        since=timezone.localtime(entry.since),
        unit=referral.unit.name,
        unit_kind=str(referral.get_referrer_kind_display()),
        area=referral.area.name,
        needs=needs_in_words(referral),
        contact=contact_for_receiver(referral, entry, organisation),
        place=place_in_line(entry),
        counts_places=activity is not None and activity.live,
        places_left=activity.places_left if activity else None,
        waiting=waiting,
        next_places=next_places,
    )


def contact_for_receiver(referral: Referral, entry: ReferralActivity, organisation: Organisation) -> Contact | None:
    """Who the person is; only while they want to be contacted and the organisation has to."""
    if entry.state not in NEEDS_CONTACT or not may_see_contact(organisation, referral):
        return None
    return Contact.objects.filter(referral=referral).first()


def may_answer(entry: ReferralActivity, organisation: Organisation) -> bool:
    """Whether there is anything to answer any more."""
    return bool(actors_of(organisation, entry.referral, entry))
