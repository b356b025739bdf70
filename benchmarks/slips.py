"""`python -m benchmarks.slips`: measures how long the PDF of a slip of six activities takes.

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

SIZE = 1_000


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slips", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each paper is made in each language")
    parser.add_argument("--output", type=Path, default=report.FOLDER, help="the folder of benchmarks.json and .md")
    chosen = parser.parse_args()
    described = machine.described()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        run = Run(Path(folder), Servers(postgresql=None, elasticsearch=None), Effort(rounds=chosen.rounds))
        run.prepare()
        figures = run.slips(SIZE)
    report.add_slips(chosen.output, SIZE, described, figures)
    print(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
