"""The secret part of the address where somebody follows what they suggested."""

from __future__ import annotations

import re
import secrets

# Nothing that is mistaken for something else when it is read aloud or written down: no 0 and o, no 1, i and l.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
GROUPS, EACH = 4, 4  # 16 of 31 signs: 79 bits
PATTERN = rf"[{ALPHABET}]{{{EACH}}}(?:-[{ALPHABET}]{{{EACH}}}){{{GROUPS - 1}}}"
_WHOLE = re.compile(PATTERN)


def new_code() -> str:
    """A code that nobody guesses: "k7mq-2xrt-9bwh-ar4e"."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(EACH)) for _ in range(GROUPS))


class CodeConverter:
    """The code in an address."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        if not _WHOLE.fullmatch(value):
            raise ValueError(value)
        return value
