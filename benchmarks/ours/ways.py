"""Our search, asked in parts and as a whole, and Tantivy itself beside it."""

from __future__ import annotations

import os
import pickle
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import BinaryIO

from django.test import override_settings

from catalogue.models import Activity
from search.documents import IndexDocument
from search.engines import Engine, get_engine
from search.engines.embedded import EmbeddedEngine
from search.indexing.rebuilding import rebuild
from search.language.analysis import index_text
from search.plan import Group, Plan, Term
from search.query import SearchQuery
from search.schema import TextField
from search.service import ask, search

from ..catalogue import make_catalogue
from .filling import Filling
from .raw import Raw

PATIENCE_SECONDS = 15.0


class Ours:
    """The portal of the settings; Elasticsearch where `BENCH_ELASTICSEARCH` gives an address for it."""

    @cached_property
    def urls(self) -> dict[str, str]:
        """Way → SEARCH_URL, for the ways that are engines."""
        found = {"embedded": os.environ["SEARCH_URL"], "elasticsearch": os.environ.get("BENCH_ELASTICSEARCH", "")}
        return {way: url for way, url in found.items() if url}

    @cached_property
    def engines(self) -> dict[str, Engine]:
        """The engines, opened once."""
        return {way: get_engine(url) for way, url in self.urls.items()}

    @property
    def documents(self) -> Path:
        """Where the documents of the last rebuild are kept."""
        return Path(os.environ["SEARCH_URL"].removeprefix("tantivy://") + ".documents")

    @cached_property
    def raw(self) -> Raw:
        """Tantivy with the index as it is when first asked."""
        engine = self.engines["embedded"]
        if not isinstance(engine, EmbeddedEngine):
            raise TypeError("SEARCH_URL names no embedded engine")
        return Raw(engine)

    @cached_property
    def plan(self) -> Callable[[str], Plan]:
        """The question's plan, made once: engines are measured without it."""
        return lru_cache(maxsize=None)(lambda text: ask(SearchQuery(text=text)).planned.plan)

    def ways(self) -> dict[str, Callable[[str], int]]:
        ways: dict[str, Callable[[str], int]] = {
            "tantivy-words": lambda text: self.raw.plain_words(text),
            "tantivy": lambda text: self.raw.same_query(self.plan(text)),
            "understanding": lambda text: len(ask(SearchQuery(text=text)).planned.tiers),
            "service": lambda text: search(SearchQuery(text=text), engine=self.engines["embedded"]).total,
        }
        for way, engine in self.engines.items():
            ways[way] = lambda text, engine=engine: engine.search(self.plan(text)).total
        return ways

    def fill(self, size: int) -> int:
        return Filling(make_catalogue(size)).fill()

    def rebuild(self, way: str) -> int:
        """By the embedded engine as the portal does it; another engine is given the documents made then."""
        if way == "embedded":
            with self.documents.open("wb") as file:
                return rebuild(engine=self.engines[way], watch=lambda documents: _kept(documents, file))
        return self.engines[way].rebuild(_read(self.documents))

    def findable(self, way: str) -> None:
        word = f"zz{uuid.uuid4().hex}"
        plan = Plan(groups=(Group(word, (Term(TextField.TITLE, index_text(word)),)),), facets=(), limit=1)
        activity = Activity.objects.published().order_by("pk")[0]
        activity.title = f"Gåtur {word}"
        with override_settings(SEARCH_URL=self.urls[way]):
            activity.save_revision().publish()
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not self.engines[way].search(plan).total:
            if time.monotonic() > give_up:
                raise TimeoutError(f"{way} did not find what was published")
            time.sleep(0.001)


def _kept(documents: Iterable[IndexDocument], file: BinaryIO) -> Iterator[IndexDocument]:
    for document in documents:
        pickle.dump(document, file)
        yield document


def _read(path: Path) -> Iterator[IndexDocument]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)  # noqa: S301 - written a moment ago, by this program
            except EOFError:
                return


site = Ours
