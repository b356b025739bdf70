"""Withdrawing a slip."""

from __future__ import annotations

from datetime import datetime

from ..models import Slip


def withdraw_slip(*, slip: Slip, now: datetime) -> None:
    """Shut the slip's short address at once, and for good."""
    Slip.objects.filter(pk=slip.pk, withdrawn_at=None).update(withdrawn_at=now)
    slip.refresh_from_db(fields=["withdrawn_at"])
