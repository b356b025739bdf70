"""Signed links: each lets one organisation answer for one proposed activity, for a limited time.

It does nothing but show and answer, and nothing at all once the referral is closed, or the activity declined or given
to another organisation.
"""

from __future__ import annotations

from ..doors.links import Links
from ..models import ReferralActivity

LINKS = Links(salt="referral.answering", route="answering:follow")


def token(entry: ReferralActivity) -> str:
    """A token for the organisation of the activity, signed now."""
    return LINKS.token(entry.pk, entry.organisation_id)


def address(entry: ReferralActivity) -> str:
    """The whole address of a link, for a mail."""
    return LINKS.address(entry.pk, entry.organisation_id)
