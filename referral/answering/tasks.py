"""Writing to the organisations, off the request: in this process, or by a worker where `TASKS` names one."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from ..actions.tell_organisations import tell_organisations
from ..models import ReferralActivity


@task()
def tell_about(referral: int) -> int:
    """Write to those that a referral (its key) is to; what cannot be sent now goes with the next run."""
    return tell_organisations(now=timezone.now(), entries=ReferralActivity.objects.filter(referral=referral)).sent
