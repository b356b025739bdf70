"""Programs that measure one thing of the portal, beside a peer, and write a section of their own."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import machine, report
from .run import Effort, Run
from .servers import Servers

Figures = dict[str, Any]


def measure_alone(
    name: str,
    described: str | None,
    *,
    sizes: Sequence[int],
    rounds: int,
    measure: Callable[[Run, int], Figures],
    add: Callable[[Path, int, Figures, Figures], None],
) -> int:
    """Runs `python -m benchmarks.NAME` from the command line on SQLite, and returns the exit status.

    `measure` gives the figures at a size, with a `ratio` to the peer; `add` puts them beside the others.
    """
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=described)
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, metavar="N", help="activities in the catalogue")
    parser.add_argument("--rounds", type=int, default=rounds, help="how often all of it is done")
    parser.add_argument("--output", type=Path, default=report.FOLDER, help="the folder of benchmarks.json and .md")
    chosen = parser.parse_args()
    at_start = machine.described()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        run = Run(Path(folder), Servers(postgresql=None, elasticsearch=None), Effort(rounds=chosen.rounds))
        run.prepare()
        for size in chosen.sizes:
            figures = measure(run, size)
            add(chosen.output, size, at_start, figures)
            print(f"{size} activities: {figures}")
    return 0
