"""`python -m benchmarks.freshness [--sizes N…]`: measures the run that asks organisations, beside a plain loop.

Writes its own section of docs/benchmarks.md, and its figures into docs/benchmarks.json; all others stay.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import machine, report
from .run import Effort, Run
from .servers import Servers

SIZES = (10_000,)


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.freshness", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="activities in the catalogue")
    parser.add_argument("--rounds", type=int, default=3, help="how often all of it is done; the best counts")
    parser.add_argument("--output", type=Path, default=report.FOLDER, help="the folder of benchmarks.json and .md")
    chosen = parser.parse_args()
    described = machine.described()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        run = Run(Path(folder), Servers(postgresql=None, elasticsearch=None), Effort(rounds=chosen.rounds))
        run.prepare()
        for size in chosen.sizes:
            figures = run.freshness(size)
            report.add_freshness(chosen.output, size, described, figures)
            print(f"{size} activities: {figures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
