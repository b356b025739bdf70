"""Short codes for activities: seven letters and digits that can be read aloud, typed and put in a text message.

A code is the first 35 bits of the activity's UUID in Crockford's base 32 (https://www.crockford.com/base32.html), so it
needs no column and never changes. Among 10,000 activities two share a code once in 700 catalogues; then both are meant.
"""

from __future__ import annotations

import re
import uuid

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 7
BITS = 5 * LENGTH
REST = 128 - BITS
# Letters that are easily taken for digits are read as those.
MISTAKEN = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None})
CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}", re.ASCII)


def code_of(identity: uuid.UUID) -> str:
    """The code of the activity with this UUID."""
    number = identity.int >> REST
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def read_code(typed: str) -> str | None:
    """The code that somebody typed, or None when it cannot be one."""
    code = typed[: 4 * LENGTH].strip().lower().translate(MISTAKEN)
    return code if CODE.fullmatch(code) else None


def uuids_of(code: str) -> tuple[uuid.UUID, uuid.UUID]:
    """The first and the last UUID that have this code."""
    number = 0
    for letter in code:
        number = number << 5 | ALPHABET.index(letter)
    return uuid.UUID(int=number << REST), uuid.UUID(int=(number + 1 << REST) - 1)
