"""`DatabaseEngine`: the contract of `search.engines.base` without an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import Error

from catalogue.models import Activity

from ...documents import IndexDocument
from ...plan import Found, Plan
from ..base import Engine, EngineUnavailable, IndexStatus
from .answering import answer
from .view import View


class DatabaseEngine(Engine):
    """Answers from the catalogue's tables, in at most 14 queries, whatever the size; other kinds in a few more.

    Filters, facets, tiers, probes, distances and paging are those of the other engines. Not promised:

    - words: a key matches what begins with it, bent forms that begin otherwise are missed; only what citizens
      may find is searched. Activities are asked for in queries; a plan for other kinds alone (`kind` in its
      filters), such as pages, is answered from their documents, which are made for it;
    - scores: a word counts by its weight and rarity, however often it is said and however long the text is;
    - dates: weekdays, times and periods are those that the rules name, whatever was cancelled, moved or left out;
      nothing is sorted by its next date, the best match comes first instead;
    - writing: there is no index to write to. What is saved is found.
    """

    name = "database"

    def __init__(self, url: str = "database:") -> None:
        self.url = url

    def search(self, plan: Plan) -> Found:
        return self.search_many((plan,))[0]

    def search_many(self, plans: Sequence[Plan]) -> tuple[Found, ...]:
        """Each table is read once for all of them."""
        view = View()
        with _available():
            return tuple(answer(plan, view) for plan in plans)

    def update(self, documents: Iterable[IndexDocument], *, delete: Iterable[str] = ()) -> int:
        """Writes nothing: the database has it already."""
        return sum(1 for _ in documents)

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        """Writes nothing: the database has it already."""
        return sum(1 for _ in documents)

    def fingerprints(self) -> dict[str, str]:
        """Nothing: there is no copy that could be out of date."""
        return {}

    def status(self) -> IndexStatus:
        try:
            with _available():
                return IndexStatus(self.name, available=True, documents=Activity.objects.published().count())
        except EngineUnavailable as error:
            return IndexStatus(self.name, available=False, detail=str(error))


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except Error as error:
        raise EngineUnavailable(f"The database cannot be asked: {error}") from error
