"""Writing down who has read a referral."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..models import Referral, ReferralRead


def record_read(*, referral: Referral, kind: str, by: Any, now: datetime) -> ReferralRead:
    """A line for `by`, a user; `kind` is a `ReadKind`. Written before anything is shown."""
    return ReferralRead.objects.create(referral=referral, user=by, kind=kind, at=now)
