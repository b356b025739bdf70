"""Writing mails so that none is lost: they are rows first, in the transaction of what they tell.

A mail is *claimed* before it is sent and deleted when the mail server has taken it: of two processes only one sends it.
A process that is killed in between leaves its claim behind; when that has run out, the mail is sent again under the
same `Message-ID`. While the mail server is away the mails wait, and nobody waits for each of them.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from ..models import Letter
from .signature import signature

logger = logging.getLogger(__name__)
KEPT = timedelta(days=14)
CLAIM = timedelta(minutes=10)
# How long a mail rests that the mail server has looked at and would not take.
REST = timedelta(hours=6)
# The mail server has answered, or the mail cannot be written down: the others may still go.
REFUSED = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)
AWAY = "home.letters.away"
AWAY_SECONDS = 60


class Outcome(Enum):
    """What came of one mail: another process has it, or it left, was refused, or found no mail server."""

    TAKEN = auto()
    SENT = auto()
    REFUSED = auto()
    AWAY = auto()


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails left, how many still wait, and how many were given up."""

    sent: int
    waiting: int
    given_up: int


@transaction.atomic
def post(*, to: str, subject: str, body: str, html: str = "", by: None = None) -> Letter:
    """Keep a mail, signed, and send it once the transaction holds. `by` is always None: the portal writes it."""
    signed = "\n".join([body.strip(), "", *signature(), ""])
    letter = Letter.objects.create(to=to, subject=" ".join(subject.split())[:200], body=signed, html=html)
    transaction.on_commit(lambda: deliver_at_once(letter=letter), robust=True)
    return letter


def deliver_at_once(*, letter: Letter, by: None = None) -> None:
    """Send a mail while somebody waits; not when the mail server was away a moment ago: then it goes by the clock."""
    if cache.get(AWAY):
        return
    if deliver(letter=letter, now=timezone.now()) == Outcome.AWAY:
        cache.set(AWAY, True, AWAY_SECONDS)


def deliver(*, letter: Letter, now: datetime, by: None = None) -> Outcome:
    """Hand a mail to the mail server, and forget it then; when that fails it stays, and the log says why."""
    mine = Letter.objects.filter(pk=letter.pk)
    if not mine.filter(_free(now)).update(claimed_until=now + CLAIM, attempts=F("attempts") + 1, tried_at=now):
        return Outcome.TAKEN
    try:
        _mail(letter).send()
    except REFUSED as error:
        _tell(letter, error)
        mine.update(claimed_until=now + REST)
        return Outcome.REFUSED
    except (SMTPException, OSError) as error:
        _tell(letter, error)
        mine.update(claimed_until=None)
        return Outcome.AWAY
    mine.delete()
    return Outcome.SENT


def send_letters(*, now: datetime, by: None = None) -> Sent:
    """Try the mails that wait, the oldest first, until the mail server is away; give up those of more than 14 days."""
    given_up, _by_model = Letter.objects.filter(created_at__lt=now - KEPT).delete()
    sent, started = 0, timezone.now()
    for letter in Letter.objects.filter(_free(now)).order_by("created_at", "pk"):
        outcome = deliver(letter=letter, now=now + (timezone.now() - started))
        sent += outcome == Outcome.SENT
        if outcome == Outcome.AWAY:
            break
    return Sent(sent, Letter.objects.count(), given_up)


def _free(now: datetime) -> Q:
    """Mails that nobody is sending, and that do not rest."""
    return Q(claimed_until=None) | Q(claimed_until__lte=now)


def _mail(letter: Letter) -> EmailMultiAlternatives:
    host = settings.BASE_URL.partition("//")[2].partition(":")[0] or "localhost"
    name = f"<brev-{letter.pk}-{int(letter.created_at.timestamp())}@{host}>"
    mail = EmailMultiAlternatives(letter.subject, letter.body, to=[letter.to], headers={"Message-ID": name})
    if letter.html:
        mail.attach_alternative(letter.html, "text/html")
    return mail


def _tell(letter: Letter, error: Exception) -> None:
    # Without the address: nobody's address belongs in a log.
    logger.warning("Mail %s could not be sent and waits: %s", letter.pk, type(error).__name__)
