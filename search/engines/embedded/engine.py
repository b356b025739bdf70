"""`EmbeddedEngine`: the contract of `search.engines.base` kept with Tantivy and a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from ...documents import IndexDocument
from ...plan import Found, Plan
from ..base import Engine, EngineUnavailable, IndexMissing, IndexStatus
from . import replay
from .answering import Answer
from .failures import unavailable_when_failing
from .folder import Folder
from .reading import Reader, open_index
from .writing import create, write

SCHEME = "tantivy://"


class EmbeddedEngine(Engine):
    """An index in a folder, shared by all processes of one machine; `url` is tantivy:///folder."""

    name = "tantivy"

    def __init__(self, url: str) -> None:
        path = Path(url.removeprefix(SCHEME))
        if not path.is_absolute():
            raise ImproperlyConfigured(f"SEARCH_URL is {url!r}; write the whole path: tantivy:///var/lib/portal/search")
        self.folder = Folder(path)
        self.reader = Reader(self.folder)

    def search(self, plan: Plan) -> Found:
        return self.search_many((plan,))[0]

    def search_many(self, plans: Sequence[Plan]) -> tuple[Found, ...]:
        """All from one snapshot: a write in between shows in none of them."""
        opened = self.reader.opened()
        try:
            with unavailable_when_failing("search"):
                return tuple(Answer(opened.snapshot, plan).found() for plan in plans)
        except EngineUnavailable:
            self.reader.doubt(opened.generation)
            raise

    def update(self, documents: Iterable[IndexDocument], *, delete: Iterable[str] = ()) -> int:
        written = list({document.id: document for document in documents}.values())
        removed = list(delete)
        with self.folder.writing():
            index = self.reader.opened().index
            if not written and not removed:
                return 0
            with unavailable_when_failing("write beside it"):
                replay.append(self.folder.meanwhile, written, removed)
            write(index, written, removed)
        return len(written)

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        with self.folder.rebuilding():
            self._rebuild(documents)
        return self.reader.opened().snapshot.size

    def mend(self, documents: Iterable[IndexDocument]) -> int:
        with self.folder.rebuilding(wait=False):
            try:
                self.reader.opened()
            except IndexMissing:
                self._rebuild(documents)
        return self.reader.opened().snapshot.size

    def _rebuild(self, documents: Iterable[IndexDocument]) -> None:
        with self.folder.writing(), unavailable_when_failing("begin a rebuild"):
            self.folder.meanwhile.write_bytes(b"")
            generation = self.folder.new_generation()
        try:
            create(generation, documents)
            with self.folder.writing():
                self._catch_up(generation)
        except BaseException:
            shutil.rmtree(generation, ignore_errors=True)
            raise
        finally:
            self.folder.meanwhile.unlink(missing_ok=True)

    def _catch_up(self, generation: Path) -> None:
        """Writes what came in meanwhile, and switches; the write lock is held."""
        with unavailable_when_failing("finish a rebuild"):
            index = open_index(generation)
            for written, removed in replay.read(self.folder.meanwhile):
                write(index, written, removed)
            self.folder.switch(generation)
            self.folder.sweep(keep=generation)

    def fingerprints(self) -> dict[str, str]:
        snapshot = self.reader.opened().snapshot
        with unavailable_when_failing("read it"):
            return snapshot.fingerprints()

    def status(self) -> IndexStatus:
        try:
            opened = self.reader.opened()
        except EngineUnavailable as error:
            return IndexStatus(self.name, available=False, detail=str(error))
        return IndexStatus(self.name, True, opened.snapshot.size, opened.generation.name, opened.about["built_at"])

    def close(self) -> None:
        self.reader.close()
