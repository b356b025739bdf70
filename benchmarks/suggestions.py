"""`python -m benchmarks.suggestions [--sizes N…]`: measures suggestions while typing, beside a plain `icontains` view.

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

# The example catalogue has about two hundred entries.
SIZES = (200, 10_000)


def main() -> int:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggestions", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="activities in the catalogue")
    parser.add_argument("--rounds", type=int, default=20, help="how often everything is typed")
    parser.add_argument("--output", type=Path, default=report.FOLDER, help="the folder of benchmarks.json and .md")
    chosen = parser.parse_args()
    described = machine.described()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        run = Run(Path(folder), Servers(postgresql=None, elasticsearch=None), Effort(rounds=chosen.rounds))
        run.prepare()
        for size in chosen.sizes:
            figures = run.suggestions(size)
            report.add_suggestions(chosen.output, size, described, figures)
            for site, kinds in figures.items():
                print(f"{size} activities, {site}: {kinds}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
