"""A program that is measured, in a process of its own: reads a command a line (JSON), answers a line (JSON).

`python -m benchmarks.worker ours|peer`; `benchmarks.handle.Worker` starts and asks it. Times are taken inside, so that
talking to the process costs nothing in the figures.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

SITES = {"ours": "benchmarks.ours.ways", "peer": "benchmarks.peer.ways"}


class Site(Protocol):
    """One portal with the ways of asking it."""

    def ways(self) -> Mapping[str, Callable[[str], int | None]]:
        """Name → asks a question; returns how many things were found, or None when it gave up."""

    def fill(self, size: int) -> int:
        """Puts a catalogue of that size into the database."""

    def rebuild(self, way: str) -> int:
        """Builds the index of a way anew; returns how many documents it holds."""

    def findable(self, way: str) -> None:
        """Publishes a change of one entry and returns when a search has found it."""


def resident_bytes() -> int:
    """Memory of this process that is in use now (RSS)."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds, and what came of it."""
    began = time.perf_counter()
    result = call()
    return (time.perf_counter() - began) * 1000, result


class Commands:
    """What a worker can be told."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.desk: Any = None

    def names(self) -> dict[str, Any]:
        """The ways of asking."""
        return {"names": list(self.site.ways())}

    def fill(self, size: int) -> dict[str, Any]:
        """Milliseconds and the number of entries."""
        took, count = timed(lambda: self.site.fill(size))
        return {"ms": took, "count": count}

    def rebuild(self, way: str) -> dict[str, Any]:
        """Milliseconds and the number of documents."""
        took, count = timed(lambda: self.site.rebuild(way))
        return {"ms": took, "count": count}

    def findable(self, way: str, times: int) -> dict[str, Any]:
        """Milliseconds from publishing to finding, each time; none when it was not found within patience."""
        try:
            return {"ms": [timed(lambda: self.site.findable(way))[0] for _ in range(times)]}
        except TimeoutError:
            return {"ms": []}

    def ask(self, way: str, question: str, times: int) -> dict[str, Any]:
        """Milliseconds, each time, and how many things were found; None when it gave up."""
        call = self.site.ways()[way]
        # A collection of garbage belongs to whoever made it, not to whoever is asked next.
        gc.collect(0)
        took: list[float] = []
        for _ in range(times):
            one, found = timed(lambda: call(question))
            took.append(one)
        return {"ms": took, "found": found}

    def open(self, page: str, site: str) -> dict[str, Any]:
        """Milliseconds to make a page of the editors' system, with its SQL queries and kB."""
        from .desk import Desk

        self.desk = self.desk or Desk(site)
        gc.collect(0)
        took, found = timed(lambda: self.desk.open(page))
        return {"ms": took, **found}

    def freshness(self, rounds: int) -> dict[str, Any]:
        """What `benchmarks.ours.freshness` measures; only the portal has such a run."""
        from .ours.freshness import measured

        return measured(rounds)

    def slips(self, rounds: int) -> dict[str, Any]:
        """What `benchmarks.ours.slips` measures; only the portal has slips."""
        from .ours.slips import measured

        return measured(rounds)

    def finder(self, rounds: int) -> dict[str, Any]:
        """What `benchmarks.ours.finding` measures; only the portal has a finder."""
        from .ours.finding import measured

        return measured(rounds)

    def import_file(self, size: int, rows: int, folder: str) -> dict[str, Any]:
        """Makes the spreadsheet that `import_rows` reads in."""
        from .ours.importing import prepared

        return prepared(size, rows, Path(folder))

    def import_rows(self, way: str, size: int, rows: int, folder: str) -> dict[str, Any]:
        """What `benchmarks.ours.importing` measures, in a process of its own for each time."""
        from .ours.importing import measured

        return measured(way, size, rows, Path(folder))

    def staff(self, users: int, each: int) -> dict[str, Any]:
        """What `benchmarks.ours.referrals` prepares."""
        from .ours.referrals import prepared

        return prepared(users, each)

    def staff_did(self, closed: list[str]) -> dict[str, Any]:
        """What the database holds of their work."""
        from .ours.referrals import counted

        return counted(closed)

    def memory(self) -> dict[str, Any]:
        """Bytes in use."""
        gc.collect()
        return {"bytes": resident_bytes()}


def main() -> None:
    """Answers until standard input ends."""
    import importlib

    import django

    # What the site itself prints shall not come between the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    django.setup()
    site = importlib.import_module(SITES[sys.argv[1]]).site()
    commands = Commands(site)
    for line in sys.stdin:
        command = json.loads(line)
        answer = getattr(commands, command.pop("do"))(**command)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
