"""Proof that a form was shown by us, a moment ago: a signed ticket in the form itself, instead of a cookie.

Django's own protection against forged posts needs a cookie, and anonymous visitors get none. The ticket names what the
form is about (an activity's UUID, say) and the time; a form sent at once is sent by a machine, one from last week by
somebody's archive.
"""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from django.core import signing

SOONEST = timedelta(seconds=3)
LATEST = timedelta(hours=24)
_signer = signing.TimestampSigner(salt="editorial.error-report")


class Ticket(Enum):
    """What a ticket is worth."""

    GOOD = "good"
    TOO_SOON = "too soon"
    WORTHLESS = "worthless"


def new_ticket(about: str) -> str:
    """A ticket for a form about this, shown now."""
    return _signer.sign(about)


def check_ticket(ticket: str, about: str) -> Ticket:
    """Whether the ticket is ours, about this, and old enough but not too old."""
    try:
        if _signer.unsign(ticket, max_age=LATEST) != about:
            return Ticket.WORTHLESS
    except signing.BadSignature:
        return Ticket.WORTHLESS
    try:
        _signer.unsign(ticket, max_age=SOONEST)
    except signing.SignatureExpired:
        return Ticket.GOOD
    return Ticket.TOO_SOON
