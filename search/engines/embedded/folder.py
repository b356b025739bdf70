"""The folder of an index: generations side by side, one of them current, and the locks that writers share.

current            the name of the generation that searches read; replaced in one step
generation-…/      Tantivy's files, and about.json
write.lock         held while documents are written or the current generation is changed
rebuild.lock       held as long as a rebuild takes
meanwhile.jsonl    what is written during a rebuild, for the generation that is being built
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from ..base import EngineUnavailable, IndexMissing
from .failures import missing_when_failing, unavailable_when_failing
from .fields import schema_digest

PREFIX = "generation-"
PATIENCE_SECONDS = 30

Stamp = tuple[int, int, int]


class Folder:
    """Paths, locks and the switch; knows nothing of documents."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer = root / "current"
        self.meanwhile = root / "meanwhile.jsonl"

    def current(self) -> Path:
        """The current generation; raises `IndexMissing` when there is none."""
        with missing_when_failing(f"no index in {self.root}"):
            name = self.pointer.read_text(encoding="ascii").strip()
        generation = self.root / name
        if not name.startswith(PREFIX) or generation.parent != self.root:
            raise IndexMissing(f"{self.pointer} does not name a generation")
        return generation

    def about(self, generation: Path) -> dict[str, str]:
        """What was written down when the generation was built; raises `IndexMissing` for one of another version."""
        with missing_when_failing(f"no index in {generation}"):
            about = json.loads((generation / "about.json").read_text(encoding="utf-8"))
        if not isinstance(about, dict) or about.get("schema") != schema_digest():
            raise IndexMissing(f"{generation.name} was made by another version of the portal")
        return about

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the write lock, waiting for other processes; raises `EngineUnavailable` when it cannot be had."""
        with self._lock("write.lock", PATIENCE_SECONDS):
            yield

    @contextmanager
    def rebuilding(self, *, wait: bool = True) -> Iterator[None]:
        """Holds the rebuild lock; raises `EngineUnavailable` when another rebuild has it and we do not wait."""
        with self._lock("rebuild.lock", -1 if wait else 0):
            yield

    @contextmanager
    def _lock(self, name: str, timeout: float) -> Iterator[None]:
        lock = FileLock(self.root / name, timeout=timeout)
        with unavailable_when_failing("lock it"):
            self.root.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire()
            except Timeout as error:
                raise EngineUnavailable(f"another process holds {name}") from error
        try:
            yield
        finally:
            lock.release()

    def new_generation(self) -> Path:
        """An empty folder for a generation that is not current yet."""
        name = f"{PREFIX}{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        generation = self.root / name
        generation.mkdir()
        return generation

    def switch(self, generation: Path) -> None:
        """Makes the generation the current one, in one step; the write lock is held."""
        about = {"schema": schema_digest(), "built_at": datetime.now(UTC).isoformat()}
        (generation / "about.json").write_text(json.dumps(about), encoding="utf-8")
        ready = self.root / "current.new"
        with ready.open("w", encoding="ascii") as file:
            file.write(generation.name)
            file.flush()
            os.fsync(file.fileno())
        os.replace(ready, self.pointer)

    def sweep(self, keep: Path) -> None:
        """Removes other generations. Who still reads one keeps its open files, and finds the new one next time."""
        for generation in self.root.glob(f"{PREFIX}*"):
            if generation != keep:
                shutil.rmtree(generation, ignore_errors=True)


def stamp(path: Path) -> Stamp:
    """Changes whenever the file is replaced; raises `OSError` when it is gone."""
    found = os.stat(path)
    return found.st_ino, found.st_mtime_ns, found.st_size
