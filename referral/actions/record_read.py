"""Writing down who has read a referral."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from catalogue.models import Organisation

from ..models import Escort, Referral, ReferralRead


def record_read(*, referral: Referral, kind: str, by: Any, now: datetime) -> ReferralRead:
    """A line for `by`, a user, or an organisation or escort that reads by a link. Before it is shown.

    `kind` is a `ReadKind`.
    """
    name = "organisation" if isinstance(by, Organisation) else "escort" if isinstance(by, Escort) else "user"
    return ReferralRead.objects.create(referral=referral, kind=kind, at=now, **{name: by})
