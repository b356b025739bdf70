"""Counting what came of a referral, as it is closed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..life.choices import State
from ..life.counted import counted_as, quarter_of
from ..models import Outcome, OutcomeCount, Referral, ReferralActivity


@transaction.atomic
def count_outcome(*, referral: Referral, now: datetime, by: None = None) -> None:
    """Raise a number for each proposal of the referral; nothing says which referral it came from.

    Called once for each, in the transaction that closes it.
    """
    outcome = Outcome.objects.filter(referral=referral).first()
    company = outcome.company if outcome else ""
    came = set(
        referral.steps.filter(to_state__in=[State.CAME, State.GOES_ON]).values_list("entry", flat=True).distinct()
    )
    for entry in referral.entries.select_related("activity"):
        _raise(referral, entry, str(counted_as(entry.state, entry.pk in came, company)), now)


def _raise(referral: Referral, entry: ReferralActivity, counted: str, now: datetime) -> None:
    activity = entry.activity
    row, _created = OutcomeCount.objects.get_or_create(
        activity_uuid=str(activity.uuid) if activity else "",
        type=activity.type if activity else "",
        area=referral.area.slug,
        quarter=quarter_of(timezone.localdate(now)),
        age_span=referral.age_span,
        outcome=counted,
    )
    # One statement: of two who close at once, neither is lost.
    OutcomeCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
