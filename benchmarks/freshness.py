"""`python -m benchmarks.freshness [--sizes N…]`: measures the run that asks organisations, beside a plain loop.

Writes its own section of docs/benchmarks.md, and its figures into docs/benchmarks.json; all others stay.
"""

from __future__ import annotations

import sys

from . import report
from .alone import measure_alone
from .run import Run

SIZES = (10_000,)


def main() -> int:
    """Runs from the command line."""
    return measure_alone("freshness", __doc__, sizes=SIZES, rounds=3, measure=Run.freshness, add=report.add_freshness)


if __name__ == "__main__":
    sys.exit(main())
