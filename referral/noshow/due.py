"""Who is to be rung, the most urgent first."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from catalogue.scopes import reach_of

from ..life.choices import State
from ..models import Referral, ReferralActivity
from ..permissions import COORDINATE, FOLLOW, REFER, holds
from ..querysets import coordinated, followed


def whole_to(user: Any) -> QuerySet[Referral]:
    """Referrals that the user sees the whole of: `visible_to` without what an organisation sees of its own."""
    seen, reach = Q(pk__in=[]), reach_of(user)
    if holds(user, REFER):
        seen |= Q(unit__in=user.unit_memberships.values("unit"))
    if holds(user, FOLLOW):
        seen |= followed(reach)
    if holds(user, COORDINATE):
        seen |= coordinated(reach)
    return Referral.objects.filter(seen)


def to_ring(user: Any) -> QuerySet[ReferralActivity]:
    """Proposals of open referrals where the person did not come; shown by tests/integration/referral/noshow."""
    absent = ReferralActivity.objects.filter(state=State.ABSENT, referral__in=whole_to(user).open())
    related = ("referral__area", "referral__unit", "referral__owner", "referral__referrer", "activity", "organisation")
    return absent.select_related(*related).order_by("referral__next_on", "since", "pk")
