"""Sending what lies in the outbox, each letter once.

A letter is *claimed* before it is sent and marked when the mail server has taken it. Two runs at once cannot claim the
same one. A run that is killed in between leaves its claim behind; when that has run out, a later run sends the letter.
When the mail server does not answer, the letters wait.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from catalogue.models import Organisation

from ...choices import LetterKind, LetterStatus
from ...models import FreshnessLetter, FreshnessQuestion
from ..addresses import addresses_of, editors_of
from ..due import outstanding
from ..letter import Sender, mail_of, sender

logger = logging.getLogger(__name__)

CLAIM = timedelta(minutes=10)
AT_A_TIME = 100
MOST_ERROR = 300
# The mail server has answered and will not take this very letter, or its address is none.
REFUSED = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)


@dataclass(slots=True)
class Posted:
    """What came of the outbox. `away` says why no mail could be sent at all."""

    sent: int = 0
    refused: int = 0
    waiting: int = 0
    away: str = ""
    without_address: list[str] = field(default_factory=list)


def waiting_letters(now: datetime) -> QuerySet[FreshnessLetter]:
    """Letters that are to be sent and that nobody is sending just now."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return FreshnessLetter.objects.filter(free, status=LetterStatus.PENDING).exclude(
        round__organisation__freshness_agreement__on_hold=True
    )


def send_letters(*, now: datetime, letters: QuerySet[FreshnessLetter] | None = None, by: None = None) -> Posted:
    """Send the waiting letters, all of them or those given; what cannot be sent waits for the next run."""
    posted, who, started = Posted(), sender(), timezone.now()
    todo = waiting_letters(now) if letters is None else waiting_letters(now).filter(pk__in=letters.values("pk"))
    keys = list(todo.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(keys), AT_A_TIME):
        if not posted.away:
            _send_part(keys[first : first + AT_A_TIME], lambda: now + (timezone.now() - started), posted, who)
    posted.waiting = waiting_letters(now).count()
    return posted


def _send_part(keys: Sequence[int], clock: Callable[[], datetime], posted: Posted, who: Sender) -> None:
    letters = list(FreshnessLetter.objects.filter(pk__in=keys).select_related("round__organisation").order_by("pk"))
    organisations: list[Organisation] = [letter.round.organisation for letter in letters]
    addresses = addresses_of(organisations)
    questions = _questions(letters)
    for letter in letters:
        about = questions[letter.pk]
        to = addresses[letter.round.organisation_id]
        if not about:
            FreshnessLetter.objects.filter(pk=letter.pk, status=LetterStatus.PENDING).update(
                status=LetterStatus.DROPPED
            )
        elif not to:
            posted.without_address.append(letter.round.organisation.name)
        elif _claim(letter, clock()):
            _send(letter, about, to, clock(), posted, who)
        if posted.away:
            return


def _questions(letters: Sequence[FreshnessLetter]) -> dict[int, list[FreshnessQuestion]]:
    """Letter → what it asks about: a reminder only what is outstanding, the others all that is not answered."""
    rounds = {letter.round_id for letter in letters}
    asked = (
        FreshnessQuestion.objects.filter(round__in=rounds, answered_at=None)
        .select_related("activity__venue")
        .prefetch_related("activity__schedules")
        .order_by("pk")
    )
    reminded = [letter.round_id for letter in letters if letter.kind == LetterKind.REMINDER]
    left = set(outstanding().filter(round__in=reminded).values_list("pk", flat=True)) if reminded else set()
    by_round = defaultdict(list)
    for question in asked:
        by_round[question.round_id].append(question)
    return {
        letter.pk: [
            question
            for question in by_round[letter.round_id]
            if (letter.kind != LetterKind.REMINDER or question.pk in left)
            and (question.activity.live or question.hidden_at)
        ]
        for letter in letters
    }


def _claim(letter: FreshnessLetter, now: datetime) -> bool:
    """Whether it is ours to send: one statement, so that of two runs only one gets it."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return bool(
        FreshnessLetter.objects.filter(free, pk=letter.pk, status=LetterStatus.PENDING).update(
            claimed_until=now + CLAIM, attempts=F("attempts") + 1
        )
    )


def _send(
    letter: FreshnessLetter,
    about: list[FreshnessQuestion],
    to: list[str],
    now: datetime,
    posted: Posted,
    who: Sender,
) -> None:
    copies = editors_of(one.activity_id for one in about) if letter.kind == LetterKind.REMINDER else []
    mail = mail_of(letter, about, who, to, copies)
    mine = FreshnessLetter.objects.filter(pk=letter.pk, status=LetterStatus.PENDING)
    try:
        mail.send()
    except REFUSED as error:
        posted.refused += 1
        logger.warning("The mail server refused letter %s: %s", letter.pk, type(error).__name__)
        mine.update(claimed_until=now + timedelta(hours=12), error=f"{type(error).__name__}: {error}"[:MOST_ERROR])
    except (OSError, SMTPException) as error:
        posted.away = f"{type(error).__name__}: {error}"[:MOST_ERROR]
        logger.error("The mail server is away: %s", posted.away)
        mine.update(claimed_until=None, error=posted.away)
    else:
        posted.sent += 1
        mine.update(status=LetterStatus.SENT, sent_at=now, claimed_until=None, error="", recipients=[*to, *copies])
