"""The current snapshot of an index that other processes may write to at any time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

import tantivy

from ..base import IndexMissing
from .failures import missing_when_failing
from .fields import register_tokenizer
from .folder import Folder, Stamp, stamp
from .snapshot import Snapshot

OLD_ENOUGH_TO_REBUILD = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened generation and its newest snapshot, with the stamps by which a change is noticed."""

    generation: Path
    pointer: Stamp
    commit: Stamp
    index: tantivy.Index
    snapshot: Snapshot
    about: dict[str, str]


class Reader:
    """Opens the current generation and follows it: two looks at the disk a search, and a reload after a change."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._opened: Opened | None = None
        self._damaged = ""
        self._lock = Lock()

    def opened(self) -> Opened:
        """The current generation as of its last commit; raises `IndexMissing` when there is no usable one."""
        try:
            return self._look()
        except IndexMissing:
            # A rebuild may have swept it away between two looks at the disk; then the new one is there now.
            return self._look()

    def _look(self) -> Opened:
        opened = self._opened
        with missing_when_failing(f"no index in {self.folder.root}"):
            pointer = stamp(self.folder.pointer)
            if opened and opened.pointer == pointer and opened.commit == stamp(opened.generation / "meta.json"):
                return opened
        with self._lock:
            self._opened = opened = self._follow(pointer)
        return opened

    def _follow(self, pointer: Stamp) -> Opened:
        """Reads what is there now; called again when it changes meanwhile, because the stamps are taken first."""
        before = self._opened
        if before is None or before.pointer != pointer:
            return self._open(pointer)
        with missing_when_failing("the index cannot be read"):
            commit = stamp(before.generation / "meta.json")
            if commit == before.commit:
                return before
            before.index.reload()
            snapshot = Snapshot(before.index.searcher(), before.index.schema, before.snapshot)
        return Opened(before.generation, pointer, commit, before.index, snapshot, before.about)

    def _open(self, pointer: Stamp) -> Opened:
        generation = self.folder.current()
        if generation.name == self._damaged:
            raise IndexMissing(f"{generation.name} is damaged")
        about = self.folder.about(generation)
        with missing_when_failing(f"{generation.name} cannot be read"):
            commit = stamp(generation / "meta.json")
            index = open_index(generation)
            snapshot = Snapshot(index.searcher(), index.schema)
        return Opened(generation, pointer, commit, index, snapshot, about)

    def doubt(self, generation: Path) -> None:
        """Takes a generation that opens but cannot be read for damaged; one so new that a rebuild is no help stays."""
        with self._lock:
            self._opened = None
            age = datetime.now(UTC) - datetime.fromisoformat(self.folder.about(generation)["built_at"])
            if age > OLD_ENOUGH_TO_REBUILD:
                self._damaged = generation.name

    def close(self) -> None:
        """Lets go of the files; the next search opens them again."""
        with self._lock:
            self._opened = None


def open_index(generation: Path) -> tantivy.Index:
    """The Tantivy index of a generation, which reloads only when told to."""
    index = tantivy.Index.open(str(generation))
    register_tokenizer(index)
    index.config_reader("manual")
    index.reload()
    return index
