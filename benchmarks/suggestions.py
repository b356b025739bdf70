"""`python -m benchmarks.suggestions [--sizes N…]`: measures suggestions while typing, beside a plain `icontains` view.

Writes its own section of docs/benchmarks.md, and its figures into docs/benchmarks.json; all others stay.
"""

from __future__ import annotations

import sys

from . import report
from .alone import measure_alone
from .run import Run

# The example catalogue has about two hundred entries.
SIZES = (200, 10_000)


def main() -> int:
    """Runs from the command line."""
    return measure_alone(
        "suggestions", __doc__, sizes=SIZES, rounds=20, measure=Run.suggestions, add=report.add_suggestions
    )


if __name__ == "__main__":
    sys.exit(main())
