"""Composable filters over referrals."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from catalogue.scopes import Reach, reach_of

from .life.choices import State
from .permissions import COORDINATE, FOLLOW, RECEIVE, REFER, holds


class ReferralQuerySet(models.QuerySet):
    """Questions about referrals that can be put together."""

    def open(self) -> ReferralQuerySet:
        """Those that something is still to be done about."""
        return self.filter(closed_at__isnull=True)

    def closed(self) -> ReferralQuerySet:
        """Those that nothing is to be done about any more."""
        return self.filter(closed_at__isnull=False)

    def overdue(self, today: datetime.date) -> ReferralQuerySet:
        """Open ones whose date is before `today`."""
        return self.open().filter(next_on__lt=today)

    def owned_by(self, user: Any) -> ReferralQuerySet:
        """Those that the user looks after."""
        return self.filter(owner=user.pk)

    def in_state(self, *states: str) -> ReferralQuerySet:
        """Those with an activity in one of the states."""
        return self.filter(_has_entry(state__in=states))

    def with_room_first(self) -> ReferralQuerySet:
        """First those on a waiting list that there may be room for; then by their date."""
        return self.order_by(_has_entry(room_at__isnull=False).desc(), "next_on", "pk")

    def visible_to(self, user: Any) -> ReferralQuerySet:
        """Those that the user may see at all; the rights of a superuser do not count, only roles that are held.

        Shown by tests/integration/referral/test_policies.py.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        seen = _whole(user)
        if holds(user, RECEIVE):
            seen |= received(reach_of(user))
        return self.filter(seen)

    def whole_to(self, user: Any) -> ReferralQuerySet:
        """Those that the user sees the whole of: without what an organisation sees of its own."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(_whole(user))

    def for_list(self) -> ReferralQuerySet:
        """With what a line of a list shows, in two queries; what is encrypted is not read for it."""
        return self.defer("needs_kept").select_related("unit", "area", "owner").prefetch_related("entries")


def _whole(user: Any) -> Q:
    """The unit's, those that are followed, and those of a coordinator's areas."""
    seen, reach = Q(pk__in=[]), reach_of(user)
    if holds(user, REFER):
        seen |= Q(unit__in=user.unit_memberships.values("unit"))
    if holds(user, FOLLOW):
        seen |= followed(reach)
    if holds(user, COORDINATE):
        seen |= coordinated(reach)
    return seen


def followed(reach: Reach) -> Q:
    """A network worker's: of the areas, or to an activity of the organisations or at the venues."""
    theirs = _has_entry(Q(organisation__in=reach.organisations) | Q(activity__venue__in=reach.venues))
    return Q(area__in=reach.areas) | Q(theirs)


def coordinated(reach: Reach) -> Q:
    """A coordinator's: of the areas."""
    return Q(area__in=reach.areas)


def received(reach: Reach) -> Q:
    """An organisation's: open ones with an activity of its own that it has not declined."""
    theirs = Q(organisation__in=reach.organisations) & ~Q(state=State.DECLINED)
    return Q(closed_at__isnull=True) & Q(_has_entry(theirs))


def _has_entry(*args: Any, **kwargs: Any) -> Exists:
    from .models import ReferralActivity

    return Exists(ReferralActivity.objects.filter(*args, referral=OuterRef("pk"), **kwargs))
