"""`python -m messages.collect_danish`: renews locale/da/ and says what is wrong with it; fails when something is."""

from __future__ import annotations

import os
import sys

import django

from messages.danish import Renewal, renew, written_file
from messages.faults import faults
from messages.packages import DOMAINS, ROOT


def main() -> int:
    """0 when all that an editor may meet has its Danish words."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    return max([_report(domain, renew(domain)) for domain in DOMAINS])


def _report(domain: str, renewal: Renewal) -> int:
    out = sys.stdout.write
    name = written_file(domain).relative_to(ROOT)
    out(f"{name}: {len(renewal.entries)} messages, {len(renewal.missing)} without Danish.\n")
    for english in renewal.gone:
        out(f"  no package says this any more, left out: {english!r}\n")
    wrong = [(entry.words, fault) for entry in renewal.entries for fault in faults(entry)]
    for words, fault in wrong:
        out(f"  {', '.join(words.packages)}: {words.forms[0]!r}: {fault}\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
