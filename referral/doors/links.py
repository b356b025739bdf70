"""Signed links: each lets one receiver see and answer one thing, for a limited time.

What a link says cannot be changed without the portal's key, and a link of one kind is none of another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

BETWEEN = "-"


@dataclass(frozen=True, slots=True)
class Link:
    """What a token says: the keys of what it is about and of whoever may answer."""

    about: int
    receiver: int
    expired: bool = False


class NoLink(ValueError):
    """The token is not one of ours, or not whole."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links of one kind. `route` is the name of the address that takes the token."""

    salt: str
    route: str

    def token(self, about: int, receiver: int | None) -> str:
        """A token for the receiver, signed now."""
        return self._signer.sign(f"{about}{BETWEEN}{receiver}")

    def address(self, about: int, receiver: int | None) -> str:
        """The whole address of a link, for a mail."""
        return settings.BASE_URL + reverse(self.route, args=[self.token(about, receiver)])

    def read(self, text: str) -> Link:
        """What a token says, also when its `settings.REFERRAL_LINK_DAYS` are over; raises `NoLink`."""
        try:
            said, expired = self._signer.unsign(text, max_age=timedelta(days=settings.REFERRAL_LINK_DAYS)), False
        except signing.SignatureExpired:
            said, expired = self._signer.unsign(text), True
        except signing.BadSignature as error:
            raise NoLink(text) from error
        about, _between, receiver = said.partition(BETWEEN)
        return Link(int(about), int(receiver), expired)

    @property
    def _signer(self) -> signing.TimestampSigner:
        return signing.TimestampSigner(salt=self.salt, sep=".")
