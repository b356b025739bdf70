"""Writing to whoever goes along: asked, changed, called off, and the day before."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..doors.door import TooSoon
from ..escorts.asked import asked
from ..escorts.choices import ASKED, OPEN, EscortState
from ..escorts.letters import Why, write_to_escort
from ..models import EscortArrangement

# New links are not sent more often about one arrangement.
PAUSE = timedelta(hours=1)
# Nobody is reminded at night.
REMINDS_FROM = time(8)


def tell_escort(*, made: EscortArrangement, why: Why, now: datetime, by: None = None) -> None:
    """Write to the arrangement's escort, in the caller's transaction; without an address the page says so."""
    if write_to_escort(made, why):
        EscortArrangement.objects.filter(pk=made.pk).update(told_at=now)


def call_off(*, made: EscortArrangement, now: datetime, by: None = None) -> None:
    """Tell the escort of an arrangement that is still ahead not to come, before they are taken from it."""
    if made.state in ASKED and made.meets_at > now:
        write_to_escort(made, Why.CALLED_OFF)


def end_arrangements(*, made: QuerySet[EscortArrangement], now: datetime, by: None = None) -> None:
    """Nothing comes of these, because the referral or the activity is over; in the caller's transaction."""
    for one in made.filter(state__in=OPEN).select_related("escort"):
        call_off(made=one, now=now)
        one.state, one.version = EscortState.NOT_DONE, one.version + 1
        one.save(update_fields=["state", "version"])


@transaction.atomic
def tell_escort_again(*, made: EscortArrangement, now: datetime, by: None = None) -> bool:
    """Send a new link to the address that the portal knows; False when there is none. Raises `TooSoon`."""
    free = Q(told_at__isnull=True) | Q(told_at__lte=now - PAUSE)
    if not EscortArrangement.objects.filter(free, pk=made.pk).update(told_at=now):
        raise TooSoon
    return write_to_escort(made, Why.AGAIN)


def remind_escorts(*, now: datetime, by: None = None) -> int:
    """Write to everybody who has said yes to tomorrow, once each; return how many. Who said yes today has just read it.

    Safe to repeat and to run beside itself: the arrangement is taken by one statement, in the transaction of its mail.
    """
    here = timezone.localtime(now)
    if here.time() < REMINDS_FROM:
        return 0
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    day_after = timezone.make_aware(datetime.combine(here.date() + timedelta(days=2), time()))
    due = asked().filter(
        state=EscortState.CONFIRMED,
        meets_at__gt=now,
        meets_at__lt=day_after,
        answered_at__lt=midnight,
        reminded_at__isnull=True,
    )
    return sum(_remind(one, now) for one in due.order_by("pk"))


@transaction.atomic
def _remind(made: EscortArrangement, now: datetime) -> bool:
    free = EscortArrangement.objects.filter(pk=made.pk, reminded_at__isnull=True, state=EscortState.CONFIRMED)
    return bool(free.update(reminded_at=now)) and write_to_escort(made, Why.REMINDED)
