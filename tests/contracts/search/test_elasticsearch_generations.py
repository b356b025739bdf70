"""What only a real server can show of rebuilding behind an alias."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.documents import IndexDocument
from search.engines.base import EngineUnavailable
from search.engines.elasticsearch import ElasticsearchEngine
from search.plan import Plan
from search.schema import TextField

from .asking import names, order, term
from .documents import CATALOGUE, document, ident, many
from .elasticsearch_indexes import address
from .suite_writing import interrupted, version

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def engine(elasticsearch_url: str, indexes: str) -> Iterator[ElasticsearchEngine]:
    engine = ElasticsearchEngine(address(elasticsearch_url, f"{indexes}-{uuid.uuid4().hex[:8]}"))
    yield engine
    engine.close()


@pytest.fixture
def another(engine: ElasticsearchEngine, elasticsearch_url: str) -> Iterator[ElasticsearchEngine]:
    another = ElasticsearchEngine(address(elasticsearch_url, engine.address.index))
    yield another
    another.close()


def indexes_of(engine: ElasticsearchEngine) -> set[str]:
    return set(engine.client.indices.get_settings(index=f"{engine.address.index}*", name="index.uuid"))


def test_index_that_was_never_built_is_unavailable_and_is_not_made_by_accident(engine: ElasticsearchEngine) -> None:
    with pytest.raises(EngineUnavailable, match="search_index rebuild"):
        engine.search(Plan())
    with pytest.raises(EngineUnavailable, match="search_index rebuild"):
        engine.update([document("first")], delete=[ident("second")])
    with pytest.raises(EngineUnavailable, match="search_index rebuild"):
        engine.fingerprints()
    assert not engine.status().available
    assert indexes_of(engine) == set()


def test_updates_leave_no_index_behind(engine: ElasticsearchEngine) -> None:
    engine.rebuild(CATALOGUE)
    engine.update([document("first")], delete=[ident("koncert"), ident("never seen")])
    assert indexes_of(engine) == {engine.status().generation}


def test_old_generations_are_removed_but_the_last(engine: ElasticsearchEngine) -> None:
    generations = []
    for _ in range(4):
        engine.rebuild(CATALOGUE)
        generations.append(engine.status().generation)
    assert indexes_of(engine) == set(generations[-2:])


def test_indexes_of_others_are_left_alone(engine: ElasticsearchEngine) -> None:
    neighbour = f"{engine.address.index}-20200101000000000000-abc"
    engine.client.indices.create(index=neighbour)
    engine.rebuild(CATALOGUE)
    engine.rebuild(CATALOGUE)
    engine.rebuild(CATALOGUE)
    assert neighbour in indexes_of(engine)


def test_later_rebuild_takes_over(engine: ElasticsearchEngine, another: ElasticsearchEngine) -> None:
    engine.rebuild([version("first", "kaffe")])
    documents = [version("second", "kaffe"), version("third", "kaffe")]
    with pytest.raises(EngineUnavailable, match="another rebuild"):
        engine.rebuild(interrupted(documents, lambda: another.rebuild([version("koncert", "kaffe")])))
    assert names(engine.search(Plan())) == {"koncert"}
    engine.update([version("second", "kaffe")])
    assert names(another.search(Plan())) == {"koncert", "second"}
    assert len(indexes_of(engine)) == 2


def test_rebuild_that_died_is_cleared_away(engine: ElasticsearchEngine, another: ElasticsearchEngine) -> None:
    engine.rebuild([version("first", "kaffe")])
    source = interrupted([version("second", "kaffe"), version("third", "kaffe")], lambda: None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engines.elasticsearch.generations.Generations.give_up", lambda self, generation: None)
        patch.setattr("search.engines.elasticsearch.generations.Generations.switch_to", _power_cut)
        with pytest.raises(PowerCut):
            engine.rebuild(source)
    assert len(indexes_of(engine)) == 2
    another.update([version("second", "musik")])
    another.rebuild([version("third", "kaffe")])
    another.rebuild([version("third", "kaffe")])
    assert names(engine.search(Plan())) == {"third"}
    assert len(indexes_of(engine)) == 2


class PowerCut(BaseException):
    """The process is gone in the middle of it."""


def _power_cut(*_: object) -> None:
    raise PowerCut


def test_searches_never_fail_and_never_miss_a_document_while_rebuilds_run(
    engine: ElasticsearchEngine, another: ElasticsearchEngine
) -> None:
    documents = [version(f"tilbud{number}", "kaffe") for number in range(60)]
    engine.rebuild(documents)
    stop = threading.Event()
    totals: set[int] = set()

    def ask() -> int:
        asked = 0
        while not stop.is_set():
            totals.add(another.search(Plan(groups=(term("kaffe"),))).total)
            asked += 1
        return asked

    with ThreadPoolExecutor(2) as threads:
        asking = [threads.submit(ask) for _ in range(2)]
        try:
            for _ in range(4):
                engine.rebuild(documents)
        finally:
            stop.set()
        assert all(future.result() > 3 for future in asking)
    assert totals == {60}


def test_no_update_is_lost_while_rebuilds_run(engine: ElasticsearchEngine, another: ElasticsearchEngine) -> None:
    """The database is a dictionary here: an editor writes to it first, then to the index, as on commit."""
    database: dict[str, IndexDocument] = {one.id: one for one in many(120)}
    engine.rebuild(list(database.values()))
    stop = threading.Event()

    def edit() -> int:
        edits = 0
        while not stop.is_set():
            name = f"tilbud{edits % 120}"
            if edits % 5 == 4:
                database.pop(ident(name), None)
                another.update([], delete=[ident(name)])
            else:
                changed = document(name, text={TextField.BODY: f"edit{edits}"})
                database[changed.id] = changed
                another.update([changed])
            edits += 1
        return edits

    with ThreadPoolExecutor(1) as threads:
        editing = threads.submit(edit)
        try:
            for _ in range(4):
                engine.rebuild(database[key] for key in list(database) if key in database)
        finally:
            stop.set()
        assert editing.result() > 10
    assert engine.fingerprints() == {one.id: one.fingerprint for one in database.values()}


def test_index_of_an_older_version_still_answers(engine: ElasticsearchEngine) -> None:
    """After an upgrade, until it is rebuilt, the index lacks the fields that are new."""
    index = f"{engine.address.index}-20200101000000000000-abcdef"
    engine.client.indices.create(
        index=index, mappings={"_meta": {"built_at": "2020-01-01"}}, aliases={engine.address.index: {}}
    )
    found = engine.search(Plan(groups=(term("kaffe"),), origin=(55.0, 11.0)))
    assert (found.total, order(found)) == (0, [])
    assert engine.fingerprints() == {}
    assert engine.status().built_at == "2020-01-01"
