"""Who is to be rung, the most urgent first."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ..life.choices import State
from ..models import Referral, ReferralActivity


def to_ring(user: Any) -> QuerySet[ReferralActivity]:
    """Proposals of open referrals where the person did not come; shown by tests/integration/referral/noshow."""
    absent = ReferralActivity.objects.filter(state=State.ABSENT, referral__in=Referral.objects.whole_to(user).open())
    related = ("referral__area", "referral__unit", "referral__owner", "referral__referrer", "activity", "organisation")
    return absent.select_related(*related).order_by("referral__next_on", "since", "pk")
