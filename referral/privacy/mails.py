"""Mails about forgetting and handing over: a code and a link, never a person."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from home.letters.actions import post

from ..life.choices import ConsentKind
from ..models import Referral

logger = logging.getLogger(__name__)


def address_of(referral: Referral) -> str:
    """Where those who work with it see it, after signing in."""
    return f"{settings.BASE_URL}/henvisninger/{referral.code}/"


def tell_of_withdrawal(*, to: list[str], code: str, kind: str) -> None:
    """Ask those who work with the referral to forget what they have written elsewhere.

    Kept in the caller's transaction, and sent when it holds; a mail server that is away gets them later
    (`home.letters`).
    """
    with translation.override("da"):
        subject = _("Personen i henvisning %(reference)s har trukket sit ja tilbage") % {"reference": code[:5].upper()}
        context = {"reference": code[:5].upper(), "whole": kind == ConsentKind.REFERRED}
        body = render_to_string("emails/referral_withdrawn.txt", context)
        for address in to:
            post(to=address, subject=subject, body=body)


def tell_new_owner(*, to: Any, referral: Referral) -> None:
    """That somebody has got a referral to look after, and by when; in the caller's transaction, as above."""
    with translation.override("da"):
        context = {"address": address_of(referral), "next_on": referral.next_on}
        body = render_to_string("emails/referral_handed_over.txt", context)
        post(to=to.email, subject=_("Du har overtaget en henvisning"), body=body)


def send_plain_mail(to: str, subject: str, body: str) -> bool:
    """Whether the mail server has taken it; what went wrong is in the log, without the address."""
    try:
        send_mail(subject, body, None, [to])
    except (SMTPException, OSError) as error:
        logger.warning("A mail about referrals could not be sent: %s", type(error).__name__)
        return False
    return True
