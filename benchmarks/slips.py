"""`python -m benchmarks.slips [--sizes N…]`: measures how long the PDF of a slip of six activities takes.

Writes its own section of docs/benchmarks.md, and its figures into docs/benchmarks.json; all others stay.
"""

from __future__ import annotations

import sys

from . import report
from .alone import measure_alone
from .run import Run

SIZES = (1_000,)


def main() -> int:
    """Runs from the command line."""
    return measure_alone("slips", __doc__, sizes=SIZES, rounds=5, measure=Run.slips, add=report.add_slips)


if __name__ == "__main__":
    sys.exit(main())
