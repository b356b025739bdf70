"""The mails about going along: a link. No name, no need, no place, not even the activity's name.

Each is kept in the caller's transaction, and sent when that holds; a mail server that is away gets it later
(`home.letters`).
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from home.letters.actions import post

from ..cases.keepers import keepers_of
from ..models import EscortArrangement, ReferralActivity
from .addresses import addresses_of_escort
from .choices import EscortState
from .links import address


class Why(Enum):
    """Why somebody is written to; the value is the subject."""

    ASKED = _("Kan du følges med en til noget?")
    CHANGED = _("En aftale om følgeskab er ændret")
    REMINDED = _("Husk, at du følges med en")
    AGAIN = _("Et nyt link til aftalen om følgeskab")
    CALLED_OFF = _("En aftale om følgeskab er aflyst")
    FELL_THROUGH = _("Et følgeskab skal ses på igen")


def write_to_escort(made: EscortArrangement, why: Why) -> bool:
    """A mail to the arrangement's escort; False when there is no address."""
    if made.escort is None:
        return False
    context: dict[str, Any] = {"asks": made.state == EscortState.ASSIGNED, "lasts": settings.REFERRAL_LINK_DAYS}
    if why == Why.CALLED_OFF:
        # When it was to be is the escort's own date; without it nobody knows which of theirs is meant.
        context["meets_at"] = timezone.localtime(made.meets_at)
    else:
        context["address"] = address(made)
    return _post(addresses_of_escort(made.escort), why, context)


def write_to_owner(entry: ReferralActivity) -> bool:
    """A mail to the owner, or whoever sees to it where they have left, that the arrangement needs them.

    False when there is nobody.
    """
    values = {"code": entry.referral.code, "position": entry.position + 1}
    there = settings.BASE_URL + reverse("escorts:arrange", kwargs=values)
    return _post([user.email for user in keepers_of(entry.referral)], Why.FELL_THROUGH, {"address": there})


def _post(to: list[str], why: Why, context: dict[str, Any]) -> bool:
    with translation.override("da"):
        body = render_to_string("emails/referral_escort.txt", {"why": why.name, **context})
        for one in to:
            post(to=one, subject=str(why.value), body=body)
    return bool(to)
