"""New links for an organisation that asks for them: to the address the portal knows, and not too often."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q
from django.utils.timezone import localdate
from wagtail.log_actions import log

from catalogue.freshness import periods
from catalogue.models import Activity, Organisation

from ...choices import LetterKind
from ...models import FreshnessLetter, FreshnessQuestion, FreshnessRound
from ..addresses import addresses_of
from ..due import due_by

if TYPE_CHECKING:
    from accounts.models import User

PAUSE = timedelta(hours=1)
DAY = timedelta(days=1)
MOST_IN_A_DAY = 3
WRITTEN = "freshness.written"


class Nobody(Exception):
    """There is nobody to write to."""


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


@transaction.atomic
def write_now(*, organisation: Organisation, now: datetime, by: User) -> list[str]:
    """Write to an organisation because an editor wants it: a first letter, or new links where it has been asked.

    What nobody has confirmed yet, or not for long, is due from now on. Returns the addresses, none when there is
    nothing to ask about. Raises `Nobody` when there is no address.
    """
    to = addresses_of([organisation])[organisation.pk]
    if not to:
        raise Nobody
    round_ = FreshnessRound.objects.select_for_update().filter(organisation=organisation, closed_at=None).first()
    if round_ is None:
        round_ = FreshnessRound.objects.create(organisation=organisation, opened_at=now)
    _ask_anew(round_)
    due = Activity.objects.filter(due_by(localdate(now) - periods().letter, now) | Q(verified_on=None))
    questions = FreshnessQuestion.objects.filter(round=round_, answered_at=None)
    questions.filter(activity__in=due.order_by().values("pk")).update(due=True)
    if not questions.exists():
        round_.delete()
        return []
    asked = FreshnessLetter.objects.filter(round=round_, kind=LetterKind.FIRST).exists()
    kind = LetterKind.AGAIN if asked else LetterKind.FIRST
    letter = FreshnessLetter.objects.create(round=round_, kind=kind, created_at=now)
    log(instance=organisation, action=WRITTEN, user=by, data={"to": to})
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
