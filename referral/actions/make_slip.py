"""Making a slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from catalogue.models import Activity

from ..models import MOST_ENTRIES, Slip, SlipEntry


@transaction.atomic
def make_slip(*, activities: Sequence[Activity], language: str, now: datetime) -> Slip:
    """A slip with the activities in their order, open for `settings.SLIP_DAYS` days from `now` (aware).

    Raises ValueError when there are none, or more than `MOST_ENTRIES`.
    """
    if not 0 < len(activities) <= MOST_ENTRIES:
        raise ValueError(f"a slip has 1 to {MOST_ENTRIES} activities, not {len(activities)}")
    slip = Slip.objects.create(language=language, created_at=now, expires_at=now + timedelta(days=settings.SLIP_DAYS))
    SlipEntry.objects.bulk_create(
        SlipEntry(slip=slip, activity=activity, position=position) for position, activity in enumerate(activities)
    )
    return slip
