"""What is written to somebody who says that an organisation is theirs; the invitation is `accounts`' to write."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from home.letters.actions import post

from ..models import Claim


def write_receipt(claim: Claim) -> None:
    """Says that it has come in."""
    with translation.override(claim.language):
        subject = _("Vi har fået din besked om %(name)s") % {"name": claim.organisation.name}
        _write(claim, subject, "emails/claim_received.txt")


def write_rejection(claim: Claim) -> None:
    """Says why not."""
    with translation.override(claim.language):
        subject = _("Du har ikke fået adgang til %(name)s") % {"name": claim.organisation.name}
        _write(claim, subject, "emails/claim_rejected.txt")


def write_welcome(claim: Claim) -> None:
    """Says to somebody who has an account already that there is one thing more in it."""
    with translation.override(claim.language):
        subject = _("Du har fået adgang til %(name)s") % {"name": claim.organisation.name}
        _write(claim, subject, "emails/claim_approved.txt")


def _write(claim: Claim, subject: str, template: str) -> None:
    context = {
        "name": claim.organisation.name,
        "reason": claim.reason,
        "address": f"{settings.BASE_URL}{claim.organisation.get_absolute_url()}",
        "desk": f"{settings.BASE_URL}{reverse('wagtailadmin_home')}",
    }
    post(to=claim.own_email, subject=subject, body=render_to_string(template, context))
