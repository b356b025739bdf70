"""Writing down who has read a referral."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from catalogue.models import Organisation

from ..models import Referral, ReferralRead


def record_read(*, referral: Referral, kind: str, by: Any, now: datetime) -> ReferralRead:
    """A line for `by`, a user or an organisation that reads by a link; `kind` is a `ReadKind`. Before it is shown."""
    reader = {"organisation": by} if isinstance(by, Organisation) else {"user": by}
    return ReferralRead.objects.create(referral=referral, kind=kind, at=now, **reader)
