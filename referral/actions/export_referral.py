"""Handing the person what is kept about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from ..life.choices import ReadKind
from ..models import Referral
from ..policies import sees_all
from ..privacy.extract import packed
from .changing import NotAllowed
from .record_read import record_read


@transaction.atomic
def export_referral(*, referral: Referral, by: Any, now: datetime) -> bytes:
    """A ZIP file with everything about the referral; that `by` made it is written down, and the file is kept nowhere.

    Raises `NotAllowed` unless `by`, a user, sees the whole case.
    """
    if not sees_all(by, referral):
        raise NotAllowed("this actor does not see the whole case")
    record_read(referral=referral, kind=ReadKind.EXPORT, by=by, now=now)
    return packed(referral, now)
