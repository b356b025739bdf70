"""Signed links: each does one thing to one entry, for a limited time, once.

What a link says cannot be changed without the portal's key. Whether it still holds is asked of the question it is
about: once that has been answered, or the entry has been confirmed in another way, all its links are dead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.urls import reverse

from catalogue.freshness import periods

_signer = signing.TimestampSigner(salt="editorial.freshness", sep=".")
GRACE = timedelta(days=30)


class Purpose(StrEnum):
    """What a link is for; `ALL` is about a round, the others about a question."""

    RIGHT = "r"
    CORRECT = "t"
    PAUSE = "p"
    END = "o"
    ALL = "a"


@dataclass(frozen=True, slots=True)
class Link:
    """What a token says: what for, and the key of the question or the round."""

    purpose: Purpose
    key: int
    expired: bool = False


class NoLink(ValueError):
    """The token is not one of ours, or not whole."""


def lasts() -> timedelta:
    """How long a link holds: as long as the whole ladder takes, and a month."""
    ladder = periods()
    return ladder.reminder + ladder.mark + ladder.hide + GRACE


def token(purpose: Purpose, key: int) -> str:
    """A token signed now."""
    return _signer.sign(f"{purpose}{key}")


def read(text: str) -> Link:
    """What a token says, also when its time has run out; raises `NoLink`."""
    try:
        said, expired = _signer.unsign(text, max_age=lasts()), False
    except signing.SignatureExpired:
        said, expired = _signer.unsign(text), True
    except signing.BadSignature as error:
        raise NoLink(text) from error
    return Link(Purpose(said[0]), int(said[1:]), expired)


def address(purpose: Purpose, key: int) -> str:
    """The whole address of a link, for a mail."""
    return settings.BASE_URL + reverse("editorial:freshness", args=[token(purpose, key)])
