"""Writing to organisations that somebody has been referred to them."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.db.models import Q, QuerySet

from ..answering.addresses import addresses_of
from ..answering.letter import mail_of
from ..doors.door import TooSoon
from ..life.choices import State
from ..models import ReferralActivity

logger = logging.getLogger(__name__)
# The mail server has answered, and will not take this very letter.
REFUSED = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)
# New links are not sent more often to one organisation about one activity.
PAUSE = timedelta(hours=1)


@dataclass(slots=True)
class Told:
    """What came of a run: how many mails were sent, which the server refused, and who has no address."""

    sent: int = 0
    refused: int = 0
    away: bool = False
    without_address: list[str] = field(default_factory=list)


def untold() -> QuerySet[ReferralActivity]:
    """New proposals of open referrals that their organisation has not been told of."""
    waiting = ReferralActivity.objects.filter(referral__closed_at__isnull=True, state=State.NEW, told_at__isnull=True)
    return waiting.filter(organisation__isnull=False).select_related("organisation").order_by("pk")


def tell_organisations(*, now: datetime, entries: QuerySet[ReferralActivity] | None = None, by: None = None) -> Told:
    """Write about what nobody has been told of, all of it or those of `entries`; each once.

    Safe to repeat and to run beside itself: a proposal is taken by one statement before its mail is sent, and given
    back when the mail server does not answer.
    """
    told = Told()
    waiting = untold() if entries is None else untold().filter(pk__in=entries.values("pk"))
    for entry in waiting:
        to = addresses_of(entry.organisation)
        if not to:
            told.without_address.append(str(entry.organisation))
        elif ReferralActivity.objects.filter(pk=entry.pk, told_at__isnull=True).update(told_at=now):
            _send(entry, to, told)
        if told.away:
            break
    return told


def tell_again(*, entry: ReferralActivity, now: datetime, by: None = None) -> bool:
    """Send a new link to the address that the portal knows; False when there is none. Raises `TooSoon`."""
    to = addresses_of(entry.organisation)
    if not to:
        return False
    free = Q(told_at__isnull=True) | Q(told_at__lte=now - PAUSE)
    if not ReferralActivity.objects.filter(free, pk=entry.pk).update(told_at=now):
        raise TooSoon
    told = Told()
    _send(entry, to, told)
    return bool(told.sent)


def _send(entry: ReferralActivity, to: list[str], told: Told) -> None:
    try:
        mail_of(entry, to).send()
    except REFUSED as error:
        told.refused += 1
        logger.warning("The mail server refused the mail of proposal %s: %s", entry.pk, type(error).__name__)
        ReferralActivity.objects.filter(pk=entry.pk).update(told_at=None)
    except (OSError, SMTPException) as error:
        told.away = True
        logger.error("The mail server is away: %s", type(error).__name__)
        ReferralActivity.objects.filter(pk=entry.pk).update(told_at=None)
    else:
        told.sent += 1
