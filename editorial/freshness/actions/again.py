"""New links for an organisation that asks for them: to the address the portal knows, and not too often."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import F

from catalogue.models import Activity

from ...choices import LetterKind
from ...models import FreshnessLetter, FreshnessQuestion, FreshnessRound
from ..addresses import addresses_of

PAUSE = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_IN_A_DAY = 3


class TooSoon(Exception):
    """New links have just been sent."""


@transaction.atomic
def write_again(*, round_: FreshnessRound, now: datetime, by: None = None) -> list[str]:
    """Write a letter with new links to all that may be answered, and send it once it is kept.

    Returns the addresses, none when the portal knows none. Raises `TooSoon`. It does not move the ladder: what was due
    still is. `by` is always None: nobody signs in.
    """
    list(FreshnessRound.objects.select_for_update().filter(organisation=round_.organisation_id))
    lately = FreshnessLetter.objects.filter(
        round__organisation=round_.organisation_id, kind=LetterKind.AGAIN, created_at__gt=now - DAY
    )
    if lately.filter(created_at__gt=now - PAUSE).exists() or lately.count() >= MOST_IN_A_DAY:
        raise TooSoon
    to = addresses_of([round_.organisation])[round_.organisation_id]
    if not to:
        return []
    open_round = FreshnessRound.objects.filter(organisation=round_.organisation_id, closed_at=None).first()
    round_ = open_round or FreshnessRound.objects.create(organisation=round_.organisation, opened_at=now, closed_at=now)
    _ask_anew(round_)
    letter = FreshnessLetter.objects.create(round=round_, kind=LetterKind.AGAIN, created_at=now)
    transaction.on_commit(partial(_send, letter.pk), robust=True)
    return to


def _ask_anew(round_: FreshnessRound) -> None:
    """A question about each entry that has none that is open: answering once does not shut an organisation out."""
    open_ = FreshnessQuestion.objects.filter(round=round_, answered_at=None)
    # What has been confirmed since it was asked about is settled, and may be answered all the same.
    confirmed = open_.filter(activity__verified_on__isnull=False).exclude(activity__verified_on=F("verified_before"))
    for question in confirmed.select_related("activity"):
        question.due, question.verified_before = False, question.activity.verified_on
        question.save(update_fields=["due", "verified_before"])
    entries = Activity.objects.published().filter(organisation=round_.organisation_id)
    missing = entries.exclude(pk__in=open_.values("activity")).order_by("title", "pk")
    FreshnessQuestion.objects.bulk_create(
        [
            FreshnessQuestion(round=round_, activity_id=pk, due=False, verified_before=verified_on)
            for pk, verified_on in missing.values_list("pk", "verified_on")
        ]
    )


def _send(pk: int) -> None:
    from ..tasks import send_letter

    send_letter.enqueue(pk)
