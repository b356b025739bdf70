"""Referring a person to activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from catalogue.models import Activity, Area

from ..life.choices import AgeSpan, ConsentKind, Event, GivenHow
from ..life.kept_needs import written_needs
from ..life.referrers import may_refer_to
from ..models import MOST_ENTRIES, Contact, Referral, Unit
from ..needs import Needs
from ..permissions import REFER, holds
from .changing import NotAllowed, date_by_rule, propose_activities, tell_on_commit, write_line
from .write_consents import write_consents


@transaction.atomic
def open_referral(
    *,
    activities: Sequence[Activity],
    unit: Unit,
    area: Area,
    needs: Needs,
    consents: Sequence[str],
    given_how: str = GivenHow.ORALLY,
    contact: Mapping[str, str] | None = None,
    note: str = "",
    by: Any,
    now: datetime,
) -> Referral:
    """A referral of `by`, owned by them, with the activities in their order.

    `contact` has the fields of `Contact`. Raises `NotAllowed` when `by` does not work in the unit, or the unit may not
    refer to one of the activities; ValueError without
    consent to be referred, with a contact but no consent to be contacted, or with none or more than `MOST_ENTRIES`
    activities.
    """
    if not holds(by, REFER) or not by.unit_memberships.filter(unit=unit).exists():
        raise NotAllowed("only somebody of the unit refers for it")
    if not all(may_refer_to(unit.kind, activity) for activity in activities):
        raise NotAllowed("the organiser takes no referrals from such a unit")
    if ConsentKind.REFERRED not in consents:
        raise ValueError("nobody is referred without having said yes")
    if contact and ConsentKind.CONTACTED not in consents:
        raise ValueError("nothing is kept of who somebody is without a yes to be contacted")
    if not 0 < len(activities) <= MOST_ENTRIES:
        raise ValueError(f"a referral has 1 to {MOST_ENTRIES} activities, not {len(activities)}")
    referral = Referral(
        unit=unit,
        referrer_kind=unit.kind,
        referrer=by,
        created_at=now,
        area=area,
        age_span=AgeSpan.of(needs.age),
        language=needs.language,
        needs_kept=written_needs(needs),
        owner=by,
        next_on=now.date(),
    )
    referral.save()
    propose_activities(referral, activities, 0, now)
    write_consents(referral, consents, given_how, by, now)
    if contact:
        Contact.objects.create(referral=referral, **contact)
    referral.next_on = date_by_rule(referral, now)
    referral.save(update_fields=["next_on"])
    write_line(referral, Event.OPENED, by, now, note=note)
    tell_on_commit(referral)
    return referral
