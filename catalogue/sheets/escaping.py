"""Text that a spreadsheet program would take for a formula, made harmless on the way out and whole on the way in.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n]")


def escaped(text: str) -> str:
    """With an apostrophe in front of what could be a formula; `unescaped` takes exactly that one away."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if _ESCAPED.match(text) else text


def escaped_in_workbook(text: str) -> str:
    """A workbook says itself what is text; only what `unescaped` would take away is made up for."""
    return f"'{text}" if _ESCAPED.match(text) else text
