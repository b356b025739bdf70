"""The person's own way to take back a yes, without signing in: an address that only the portal can make.

It is the referral's code and a signature, so nothing more is kept, and it dies with the referral.
"""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare

from catalogue.sharing.addresses import absolute
from catalogue.sharing.codes import ALPHABET

from ..models import Referral
from ..slips.codes import CODE_LENGTH, read_typed

# Five bits a place: nobody guesses 65.
SIGNATURE_LENGTH = 13


def key_of(referral: Referral) -> str:
    """The code and its signature, 26 places of Crockford's base 32."""
    return referral.code + _signature(referral.code, settings.SECRET_KEY)


def address_of(referral: Referral) -> str:
    """The whole address, to print and to send."""
    with translation.override("da"):
        return absolute(reverse("referral:consent", kwargs={"withdrawal": key_of(referral)}))


def referral_of(typed: str) -> Referral | None:
    """The referral that somebody has the key to; None when it is no key, or the referral is gone."""
    key = read_typed(typed)
    code, signature = key[:CODE_LENGTH], key[CODE_LENGTH:]
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    if not any(constant_time_compare(signature, _signature(code, secret)) for secret in secrets):
        return None
    return Referral.objects.defer("needs_kept").filter(code=code).first()


def _signature(code: str, secret: str) -> str:
    digest = hmac.digest(hashlib.sha256(f"referral.withdrawal{secret}".encode()).digest(), code.encode(), "sha256")
    bits = int.from_bytes(digest, "big")
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in range(SIGNATURE_LENGTH))
