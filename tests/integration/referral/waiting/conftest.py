"""A line before an activity, and somebody who has a place there."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from referral.life.choices import State
from referral.models import ReferralActivity, WaitingLine
from tests.factories.referral_cases import ReferralFactory, member_of


@pytest.fixture
def line(case, mailoutbox, django_capture_on_commit_callbacks) -> SimpleNamespace:
    """Three who wait for the full activity, the last made waiting longest; `case` is somebody who comes there."""
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.CAME)
    case.activity.places_left = 0
    case.activity.save()
    case.entry.refresh_from_db()
    case.waiting = []
    for days in (3, 2, 1):
        owner = member_of(case.unit)
        referral = ReferralFactory(
            unit=case.unit, referrer=owner, activities=[case.activity], activities__state=State.WAITING
        )
        referral.entries.update(since=timezone.now() - datetime.timedelta(days=days))
        case.waiting.append(referral.entries.get())
    WaitingLine.objects.create(activity=case.activity)
    case.mails = mailoutbox
    case.committed = lambda: django_capture_on_commit_callbacks(execute=True)
    case.told = lambda: [mail.to[0] for mail in mailoutbox]
    case.owners = [entry.referral.owner.email for entry in case.waiting]
    case.marked = lambda: [ReferralActivity.objects.get(pk=entry.pk).room_at is not None for entry in case.waiting]
    return case
