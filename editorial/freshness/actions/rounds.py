"""Opening and closing rounds, and writing letters into the outbox. Nothing is sent here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from catalogue.models import Activity, Organisation

from ...choices import LetterKind
from ...models import FreshnessLetter, FreshnessQuestion, FreshnessRound
from ..due import AT_A_TIME, ToAsk, answered_rounds

Entries = dict[int, list[tuple[int, object]]]


def open_rounds(*, asked: Sequence[ToAsk], now: datetime, by: None = None) -> int:
    """Open a round for each organisation, with a question about each of its entries and a letter that waits to be sent.

    Returns how many were opened. What another run has opened meanwhile is left alone. `by` is always None: a timer
    does it.
    """
    parts = [asked[first : first + AT_A_TIME] for first in range(0, len(asked), AT_A_TIME)]
    return sum(_open_part(part, now) for part in parts)


def _open_part(part: Sequence[ToAsk], now: datetime) -> int:
    """All of it in one transaction; when another run was quicker with one of them, the others once more."""
    while part:
        try:
            with transaction.atomic():
                _write(part, now)
        except IntegrityError:
            keys = [one.organisation.pk for one in part]
            taken = set(
                FreshnessRound.objects.filter(organisation__in=keys, closed_at=None).values_list(
                    "organisation", flat=True
                )
            )
            if not taken:
                raise
            part = [one for one in part if one.organisation.pk not in taken]
        else:
            return len(part)
    return 0


def _write(part: Sequence[ToAsk], now: datetime) -> None:
    entries = _entries_of([one.organisation for one in part])
    rounds = FreshnessRound.objects.bulk_create(
        [FreshnessRound(organisation=one.organisation, opened_at=now) for one in part]
    )
    FreshnessQuestion.objects.bulk_create(
        [
            FreshnessQuestion(round=opened, activity_id=pk, due=pk in one.due, verified_before=verified_on)
            for one, opened in zip(part, rounds, strict=True)
            for pk, verified_on in entries.get(one.organisation.pk, ())
        ],
        batch_size=AT_A_TIME,
    )
    FreshnessLetter.objects.bulk_create(
        [FreshnessLetter(round=opened, kind=LetterKind.FIRST, created_at=now) for opened in rounds]
    )


def _entries_of(organisations: Sequence[Organisation]) -> Entries:
    """Organisation → (key, last confirmed) of each entry that citizens may find, by title."""
    rows = Activity.objects.published().filter(organisation__in=[one.pk for one in organisations])
    found: Entries = {}
    for organisation, pk, verified_on in rows.order_by("title", "pk").values_list("organisation", "pk", "verified_on"):
        found.setdefault(organisation, []).append((pk, verified_on))
    return found


def write_reminders(*, rounds: Sequence[FreshnessRound], now: datetime, by: None = None) -> int:
    """Put a reminder for each round into the outbox; one that is there already stays the only one."""
    before = FreshnessLetter.objects.count()
    FreshnessLetter.objects.bulk_create(
        [FreshnessLetter(round=one, kind=LetterKind.REMINDER, created_at=now) for one in rounds],
        ignore_conflicts=True,
    )
    return FreshnessLetter.objects.count() - before


def close_rounds(*, now: datetime, by: None = None) -> int:
    """Close the rounds in which nothing is outstanding any more; returns how many."""
    return answered_rounds().update(closed_at=now)
