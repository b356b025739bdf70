"""Starting a worker and asking it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class WorkerFailed(Exception):
    """A worker ended instead of answering; its own words are on standard error."""


class Worker:
    """A process that is measured; use it in a `with`."""

    def __init__(self, site: str, environment: dict[str, str]) -> None:
        self.site = site
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.worker", site],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Gives a command and waits for its answer; raises `WorkerFailed`."""
        if self._process.stdin is None or self._process.stdout is None:
            raise WorkerFailed(f"{self.site} cannot be talked to")
        try:
            self._process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise WorkerFailed(f"{self.site} ended during {do!r} with {self._process.wait()}")
        return json.loads(line)

    def close(self) -> None:
        """Ends the process."""
        if self._process.stdin:
            self._process.stdin.close()
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait(timeout=60)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
