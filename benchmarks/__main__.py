"""`python -m benchmarks [--sizes N…] [--parts PART…]`: measures; writes docs/benchmarks.json and docs/benchmarks.md.

What is measured replaces what was there of the same size and part; the rest stays.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from . import machine, report
from .questions import QUESTIONS
from .run import PARTS, Effort, Run
from .servers import running

SIZES = (1_000, 10_000, 100_000)


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="activities in the catalogue")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--seconds", type=float, default=25.0, help="the most for each way of searching and size")
    parser.add_argument("--rounds", type=int, default=5, help="how often each question is asked")
    parser.add_argument("--questions", type=int, default=len(QUESTIONS), help="how many of the questions are asked")
    parser.add_argument("--import-rows", type=int, default=5_000, metavar="N", help="rows of the spreadsheet")
    parser.add_argument("--no-servers", action="store_true", help="without PostgreSQL and Elasticsearch")
    parser.add_argument("--output", type=Path, default=report.FOLDER, help="the folder of benchmarks.json and .md")
    chosen = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    for asked in (signal.SIGTERM, signal.SIGINT):
        # However it is stopped, the servers go with it.
        signal.signal(asked, lambda number, _frame: sys.exit(128 + number))
    questions = QUESTIONS[: chosen.questions]
    effort = Effort(chosen.rounds, chosen.seconds, questions=questions, import_rows=chosen.import_rows)
    began = time.monotonic()
    described = machine.described()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder, running(wanted=not chosen.no_servers) as servers:
        run = Run(Path(folder), servers, effort)
        run.prepare()
        for size in chosen.sizes:
            print(f"{size} activities")
            run.size(size, tuple(chosen.parts), partial(report.add, chosen.output, size, described))
    print(f"Done in {time.monotonic() - began:.0f} s: {chosen.output / report.PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
