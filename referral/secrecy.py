"""The keys that what is said of a person is kept unreadable with in the database.

Fernet of `cryptography`: AES-128 with an authenticated envelope. `settings.REFERRAL_KEYS` has the newest key first; it
writes, and all of them read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

_UNREAD = ContextVar("referral_unread", default=False)


class Unreadable(ValueError):
    """What is in the database was written with a key that `REFERRAL_KEYS` does not hold."""


def encrypted(text: str) -> str:
    """The text under the newest key, about a third longer and then 100 characters; nothing stays nothing."""
    return _all_keys(tuple(settings.REFERRAL_KEYS)).encrypt(text.encode()).decode() if text else ""


def decrypted(token: str) -> str:
    """The text again. Raises `Unreadable`, which does not say what was read."""
    if not token or _UNREAD.get():
        return ""
    try:
        return _all_keys(tuple(settings.REFERRAL_KEYS)).decrypt(token.encode()).decode()
    except InvalidToken:
        raise Unreadable("No key in REFERRAL_KEYS opens this field.") from None


def under_newest_key(token: str) -> str | None:
    """The same text under the newest key; None where it is already. Raises `Unreadable`."""
    if not token:
        return None
    try:
        _cipher(settings.REFERRAL_KEYS[0]).decrypt(token.encode())
    except InvalidToken:
        return encrypted(decrypted(token))
    return None


@contextmanager
def nothing_read() -> Iterator[None]:
    """Within it every encrypted text is fetched as nothing: what is to be forgotten is forgotten without its key too.

    For deleting alone: a row that is saved here would lose its words.
    """
    before = _UNREAD.set(True)
    try:
        yield
    finally:
        _UNREAD.reset(before)


def is_key(key: str) -> bool:
    """Whether `key` is one: 32 bytes as URL-safe base 64."""
    try:
        Fernet(key)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=8)
def _all_keys(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([_cipher(key) for key in keys])


@lru_cache(maxsize=8)
def _cipher(key: str) -> Fernet:
    return Fernet(key)
