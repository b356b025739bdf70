"""`python -m benchmarks.referrals`: fifty front-line users at work at once on PostgreSQL, and nothing lost.

Writes its own section of docs/benchmarks.md, and its figures into docs/benchmarks.json; all others stay. Fails when an
answer was an error, a note was lost, or two who closed the same referral both won or both lost.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import machine, report
from .run import Effort, Run
from .servers import running

SIZE, EACH, CLOSING = 1_000, 8, 2


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.referrals", description=__doc__)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--output", type=Path, default=report.FOLDER, help="the folder of benchmarks.json and .md")
    chosen = parser.parse_args()
    described = machine.described()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder, running(only="postgresql") as servers:
        run = Run(Path(folder), servers, Effort(seconds=chosen.seconds))
        figures = run.referrals(SIZE, users=chosen.users, each=EACH, closing=CLOSING)
    report.add_referrals(chosen.output, described, figures)
    print(figures)
    database, races = figures["database"], figures["races"]
    kept = database["notes"] == figures["notes"]
    one_won = figures["one_won"] == races == database["closed"] == database["closing_lines"]
    return 0 if kept and one_won and not figures["wrong"] else 1


if __name__ == "__main__":
    sys.exit(main())
