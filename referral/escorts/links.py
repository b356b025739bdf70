"""Signed links: each lets one escort see and answer one arrangement, while they have it and the referral is open."""

from __future__ import annotations

from ..doors.links import Links
from ..models import EscortArrangement

LINKS = Links(salt="referral.escorts", route="going-along:follow")


def token(made: EscortArrangement) -> str:
    """A token for the arrangement's escort, signed now."""
    return LINKS.token(made.pk, made.escort_id)


def address(made: EscortArrangement) -> str:
    """The whole address of a link, for a mail."""
    return LINKS.address(made.pk, made.escort_id)
