"""What is to be forgotten by now, and which referrals nobody has touched for long."""

from __future__ import annotations

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from ..life.choices import Event
from ..models import Referral, ReferralStep
from ..querysets import ReferralQuerySet
from .said import everything_said

# So long after its owner was told, an untouched referral is closed.
NOTICE = timedelta(days=30)


def contacts_due(now: datetime) -> ReferralQuerySet:
    """Closed so long ago that it should no longer say who the person is, and still saying it."""
    over = now - timedelta(days=settings.REFERRAL_CONTACT_DAYS_AFTER_CLOSE)
    says = Q(pk__in=[])
    for said in everything_said():
        says |= Exists(said.rows_with_words().filter(**{said.way: OuterRef("pk")}))
    return Referral.objects.closed().filter(says, closed_at__lte=over).order_by("pk")


def referrals_due(now: datetime) -> ReferralQuerySet:
    """Closed so long ago that nothing of it should be left."""
    over = now - relativedelta(months=settings.REFERRAL_MONTHS)
    return Referral.objects.closed().filter(closed_at__lte=over).order_by("pk")


def untouched(now: datetime) -> ReferralQuerySet:
    """Open ones whose owner is to be told that nobody has touched them."""
    return _still(now).filter(reminded_at__isnull=True)


def abandoned(now: datetime) -> ReferralQuerySet:
    """Open ones that nobody has touched since their owner was told, `NOTICE` ago or earlier."""
    return _still(now).filter(reminded_at__lte=now - NOTICE)


def _still(now: datetime) -> ReferralQuerySet:
    over = now - timedelta(days=settings.REFERRAL_UNTOUCHED_DAYS)
    steps = ReferralStep.objects.filter(referral=OuterRef("pk")).order_by("-at", "-pk")
    touched = Subquery(steps.exclude(event=Event.REMINDED).values("at")[:1])
    reminded = steps.filter(event=Event.REMINDED, at__gte=OuterRef("touched_at")).values("at")[:1]
    rows = Referral.objects.open().annotate(touched_at=Coalesce(touched, F("created_at")))
    return rows.annotate(reminded_at=Subquery(reminded)).filter(touched_at__lte=over).order_by("pk")
