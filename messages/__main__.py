"""`python -m messages`: renews locale/ and says what is still to be translated; fails when something is."""

from __future__ import annotations

import sys

import django
from django.conf import settings

from messages.extraction import public_messages
from messages.translations import WRITTEN, renew, wrong_placeholders


def main() -> int:
    """0 when every message has its English words."""
    settings.configure(USE_I18N=False)
    django.setup()
    translations = renew(set(public_messages()))
    missing = [message for message, english in translations.items() if not all(english)]
    wrong = wrong_placeholders(translations)
    out = sys.stderr.write
    out(f"{len(translations)} messages in {WRITTEN.name}, {len(missing)} without English.\n")
    for _context, words in sorted(missing, key=str):
        out(f"  no English: {words}\n")
    for _context, words in wrong:
        out(f"  other placeholders: {words}\n")
    return bool(missing or wrong)


if __name__ == "__main__":
    sys.exit(main())
