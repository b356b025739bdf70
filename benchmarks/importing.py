"""The import of a spreadsheet beside a plain `bulk_create`: each time in a new process, on a new copy of the data."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from .handle import Worker

Environment = Callable[[str], dict[str, str]]
STEPS = ("trial", "write", "index", "again", "change")


def measured(folder: Path, environment: Environment, size: int, *, rows: int, rounds: int) -> dict[str, Any]:
    """Medians of the rounds: seconds, queries and MB of each step, and the ratio of the whole way to `bulk_create`."""
    name, files = f"{size}-import", folder / f"import-{size}"
    files.mkdir()
    shutil.copy(folder / "ours-empty.sqlite3", folder / f"ours-{name}.sqlite3")
    with Worker("ours", environment(name)) as worker:
        worker.tell("fill", size=size)
        worker.tell("rebuild", way="embedded")
        made = worker.tell("import_file", size=size, rows=rows, folder=str(files))
    times: dict[str, list[dict[str, Any]]] = {"file": [], "bulk": []}
    for number in range(rounds):
        # Nobody always comes after the same one.
        for way in ("file", "bulk") if number % 2 else ("bulk", "file"):
            copy = f"{name}-{way}-{number}"
            shutil.copy(folder / f"ours-{name}.sqlite3", folder / f"ours-{copy}.sqlite3")
            shutil.copytree(folder / f"search-{name}", folder / f"search-{copy}")
            with Worker("ours", environment(copy)) as worker:
                times[way].append(worker.tell("import_rows", way=way, size=size, rows=rows, folder=str(files)))
            shutil.rmtree(folder / f"search-{copy}")
            (folder / f"ours-{copy}.sqlite3").unlink()
    shutil.rmtree(files)
    found: dict[str, Any] = {step: _median([one[step] for one in times["file"]]) for step in STEPS}
    found["bulk"] = _median([one["write"] for one in times["bulk"]])
    whole = found["trial"]["seconds"] + found["write"]["seconds"]
    return {**found, "rows": rows, "kb": made["kb"], "ratio": round(whole / found["bulk"]["seconds"], 1)}


def _median(figures: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: round(median(one[name] for one in figures), 3) for name in figures[0]}
