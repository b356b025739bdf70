"""Signed links: each lets one organisation answer for one proposed activity, for a limited time.

What a link says cannot be changed without the portal's key. It does nothing but show and answer, and nothing at all
once the referral is closed, or the activity declined or given to another organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

from ..models import ReferralActivity

_signer = signing.TimestampSigner(salt="referral.answering", sep=".")
BETWEEN = "-"


@dataclass(frozen=True, slots=True)
class Link:
    """What a token says: the keys of the proposed activity and of the organisation that may answer."""

    entry: int
    organisation: int
    expired: bool = False


class NoLink(ValueError):
    """The token is not one of ours, or not whole."""


def token(entry: ReferralActivity) -> str:
    """A token for the organisation of the activity, signed now."""
    return _signer.sign(f"{entry.pk}{BETWEEN}{entry.organisation_id}")


def read(text: str) -> Link:
    """What a token says, also when its `settings.REFERRAL_LINK_DAYS` are over; raises `NoLink`."""
    try:
        said, expired = _signer.unsign(text, max_age=timedelta(days=settings.REFERRAL_LINK_DAYS)), False
    except signing.SignatureExpired:
        said, expired = _signer.unsign(text), True
    except signing.BadSignature as error:
        raise NoLink(text) from error
    entry, _between, organisation = said.partition(BETWEEN)
    return Link(int(entry), int(organisation), expired)


def address(entry: ReferralActivity) -> str:
    """The whole address of a link, for a mail."""
    return settings.BASE_URL + reverse("answering:follow", args=[token(entry)])
