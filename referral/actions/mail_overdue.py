"""Writing to those who have late referrals."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.utils import timezone

from ..cases.keepers import keepers_of
from ..cases.overdue_mail import late_for, mail_about, those_to_write_to
from ..models import OverdueLetter, Referral

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Written:
    """What came of a run. `away` when the mail server did not answer: the rest is for the next run.

    `alone` are late, and nobody is left to be told.
    """

    sent: int = 0
    refused: int = 0
    away: bool = False
    alone: int = 0


def mail_overdue(*, now: datetime) -> Written:
    """A mail a week to each owner of something late, and to coordinators with something late in their areas.

    Safe to repeat and to run beside itself: the week's line is written before the mail is sent, and taken back when
    the server does not answer. What the server refuses is not tried again that week.
    """
    today = timezone.localdate(now)
    late = Referral.objects.overdue(today).defer("needs_kept").select_related("owner", "area")
    written = Written(alone=sum(not keepers_of(referral) for referral in late))
    monday = today - timedelta(days=today.weekday())
    for user in those_to_write_to(today):
        theirs = late_for(user, today)
        if not theirs:
            continue
        letter, is_new = OverdueLetter.objects.get_or_create(user=user, monday=monday)
        if not is_new:
            continue
        try:
            mail_about(user, theirs).send()
        except SMTPRecipientsRefused:
            written.refused += 1
            logger.warning("The mail server refused the mail about late referrals to user %s", user.pk)
        except (OSError, SMTPException) as error:
            letter.delete()
            written.away = True
            logger.error("The mail server is away: %s", type(error).__name__)
            return written
        else:
            written.sent += 1
    OverdueLetter.objects.filter(monday__lt=monday - timedelta(days=28)).delete()
    return written
