"""`python -m benchmarks.finder [--sizes N…]`: measures the professionals' finder, beside itself with nothing kept.

Writes its own section of docs/benchmarks.md, and its figures into docs/benchmarks.json; all others stay.
"""

from __future__ import annotations

import sys

from . import report
from .alone import measure_alone
from .run import Run

# The example catalogue has about two hundred entries.
SIZES = (200, 1_000, 10_000)


def main() -> int:
    """Runs from the command line."""
    return measure_alone("finder", __doc__, sizes=SIZES, rounds=20, measure=Run.finder, add=report.add_finder)


if __name__ == "__main__":
    sys.exit(main())
