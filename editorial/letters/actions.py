"""Writing mails so that none is lost: they are rows first, in the transaction of what they tell."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone

from ..models import Letter

logger = logging.getLogger(__name__)
KEPT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails left, how many still wait, and how many were given up."""

    sent: int
    waiting: int
    given_up: int


@transaction.atomic
def post(*, to: str, subject: str, body: str, html: str = "", by: None = None) -> Letter:
    """Keep a mail, and send it once the transaction holds. `by` is always None: the portal writes it."""
    letter = Letter.objects.create(to=to, subject=" ".join(subject.split())[:200], body=body, html=html)
    transaction.on_commit(lambda: deliver(letter=letter))
    return letter


def deliver(*, letter: Letter, by: None = None) -> bool:
    """Hand a mail to the mail server, and forget it then; when that fails it stays, and the log says why."""
    try:
        mail = EmailMultiAlternatives(letter.subject, letter.body, to=[letter.to])
        if letter.html:
            mail.attach_alternative(letter.html, "text/html")
        mail.send()
    except (SMTPException, OSError) as error:
        # Without the address: nobody's address belongs in a log.
        logger.warning("Mail %s could not be sent and waits: %s", letter.pk, type(error).__name__)
        Letter.objects.filter(pk=letter.pk).update(attempts=letter.attempts + 1, tried_at=timezone.now())
        return False
    Letter.objects.filter(pk=letter.pk).delete()
    return True


def send_letters(*, now: datetime, by: None = None) -> Sent:
    """Try all mails that wait, the oldest first, and give up those of more than 14 days."""
    given_up, _by_model = Letter.objects.filter(created_at__lt=now - KEPT).delete()
    sent = waiting = 0
    for letter in Letter.objects.order_by("created_at", "pk"):
        if deliver(letter=letter):
            sent += 1
        else:
            waiting += 1
    return Sent(sent, waiting, given_up)
