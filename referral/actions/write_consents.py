"""Writing down what a person has said yes to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import translation

from ..life.choices import ConsentKind
from ..life.wordings import WORDINGS
from ..models import Consent, Referral


def write_consents(referral: Referral, kinds: Sequence[str], how: str, by: Any, now: datetime) -> None:
    """A row for each `ConsentKind`, in the words it is asked in today; in the caller's transaction.

    Raises IntegrityError for a yes that stands already.
    """
    with translation.override("da"):
        for kind in dict.fromkeys(kinds):
            wording = WORDINGS[ConsentKind(kind)]
            Consent.objects.create(
                referral=referral,
                kind=kind,
                given_at=now,
                given_how=how,
                recorded_by=by,
                wording=str(wording.text),
                wording_version=wording.version,
            )
