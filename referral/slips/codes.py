"""The code in a slip's short address, and the key of whoever made it.

Both are drawn at random in Crockford's base 32 (https://www.crockford.com/base32.html): a code has 65 bits, so that
nobody guesses one, a key 130.
"""

from __future__ import annotations

import secrets

from catalogue.sharing.codes import ALPHABET, MISTAKEN

CODE_LENGTH = 13
KEY_LENGTH = 26


def new_code() -> str:
    """A code for a short address."""
    return _drawn(CODE_LENGTH)


def new_key() -> str:
    """A key to a slip's own page, where it can be withdrawn."""
    return _drawn(KEY_LENGTH)


def read_typed(typed: str) -> str:
    """What somebody typed from paper as it stands in the database: in small letters, O for 0 and I or L for 1 forgiven.

    What is too long to be a code is cut, and found nowhere. A NUL, which PostgreSQL refuses to compare, is left out.
    """
    return typed[: 2 * KEY_LENGTH].replace("\0", "").strip().lower().translate(MISTAKEN)


def _drawn(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(length))
