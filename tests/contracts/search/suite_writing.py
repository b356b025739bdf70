"""The part of the contract that says what writing does, and what a rebuild may never do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.documents import IndexDocument
from search.engines.base import Engine, EngineUnavailable
from search.plan import Plan
from search.schema import TextField

from .asking import names, term
from .documents import CATALOGUE, document, ident, many


class Broken(Exception):
    """What a source of documents may raise half-way."""


def interrupted(documents: Sequence[IndexDocument], act: Callable[[], object]) -> Iterator[IndexDocument]:
    """The documents, with something happening when half of them have been handed out."""
    half = len(documents) // 2
    yield from documents[:half]
    act()
    yield from documents[half:]


def version(name: str, word: str) -> IndexDocument:
    """A document whose body is one word."""
    return document(name, text={TextField.BODY: word})


class Writing:
    """Update, delete, rebuild, fingerprints, status."""

    def found(self, engine: Engine, word: str) -> set[str]:
        return names(engine.search(Plan(groups=(term(word),), limit=1000)))

    def test_rebuild_says_how_many_documents_there_are(self, engine: Engine) -> None:
        assert engine.rebuild(iter(CATALOGUE)) == len(CATALOGUE)
        assert engine.search(Plan()).total == len(CATALOGUE)

    def test_rebuild_replaces_everything(self, engine: Engine) -> None:
        engine.rebuild(CATALOGUE)
        engine.rebuild([version("first", "kaffe")])
        assert names(engine.search(Plan())) == {"first"}

    def test_rebuild_of_nothing_is_an_empty_index(self, engine: Engine) -> None:
        engine.rebuild(CATALOGUE)
        assert engine.rebuild([]) == 0
        assert engine.search(Plan()).total == 0
        assert engine.fingerprints() == {}

    def test_update_adds_and_replaces(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe"), version("second", "kaffe")])
        assert engine.update([version("second", "musik"), version("third", "musik")]) == 2
        assert self.found(engine, "kaffe") == {"first"}
        assert self.found(engine, "musik") == {"second", "third"}

    def test_update_replaces_values_that_are_gone(self, engine: Engine) -> None:
        engine.rebuild([document("first", interest=("musik", "motion"), town="korsoer")])
        engine.update([document("first", interest="motion")])
        found = engine.search(Plan(origin=(55.0, 11.0)))
        assert found.facets["interesse"].get("musik", 0) == 0
        assert found.hits[0].distance_km is None

    def test_update_removes(self, engine: Engine) -> None:
        engine.rebuild(CATALOGUE)
        assert engine.update([], delete=[ident("koncert"), ident("vandrehold")]) == 0
        assert names(engine.search(Plan())) == {"strikkeklub", "telefonven", "korsang"}

    def test_update_writes_and_removes_at_once(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        assert engine.update(iter([version("second", "kaffe")]), delete=iter([ident("first")])) == 1
        assert self.found(engine, "kaffe") == {"second"}

    def test_removing_what_is_not_there_is_fine(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        engine.update([], delete=[ident("never seen")])
        engine.update([], delete=[ident("never seen")])
        assert engine.search(Plan()).total == 1

    def test_removed_document_can_come_back(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        engine.update([], delete=[ident("first")])
        engine.update([version("first", "musik")])
        assert self.found(engine, "musik") == {"first"}

    def test_empty_update_changes_nothing(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        assert engine.update([]) == 0
        assert self.found(engine, "kaffe") == {"first"}

    def test_large_update_is_written_whole(self, engine: Engine) -> None:
        engine.rebuild([])
        assert engine.update(many(1500)) == 1500
        assert engine.search(Plan(limit=0)).total == 1500

    def test_updates_from_several_threads_are_all_there(self, engine: Engine) -> None:
        engine.rebuild([])
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(lambda number: engine.update([version(f"tilbud{number}", "kaffe")]), range(12)))
        assert self.found(engine, "kaffe") == {f"tilbud{number}" for number in range(12)}

    def test_another_process_sees_what_was_written(self, engine: Engine, another: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        assert self.found(another, "kaffe") == {"first"}
        engine.update([version("second", "kaffe")], delete=[ident("first")])
        assert self.found(another, "kaffe") == {"second"}
        engine.rebuild([version("third", "kaffe")])
        assert self.found(another, "kaffe") == {"third"}

    def test_two_processes_may_write(self, engine: Engine, another: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        another.update([version("second", "kaffe")])
        engine.update([version("third", "kaffe")], delete=[ident("first")])
        assert self.found(engine, "kaffe") == self.found(another, "kaffe") == {"second", "third"}

    def test_rebuild_leaves_the_old_answers_until_it_is_done(self, engine: Engine, another: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        seen: list[set[str]] = []

        def look() -> None:
            seen.extend([self.found(engine, "kaffe"), self.found(another, "kaffe")])

        engine.rebuild(interrupted([version("second", "kaffe"), version("third", "kaffe")], look))
        assert seen == [{"first"}, {"first"}]
        assert self.found(engine, "kaffe") == {"second", "third"}

    def test_updates_during_a_rebuild_are_in_the_new_index(self, engine: Engine, another: Engine) -> None:
        before = [version(f"tilbud{number}", "kaffe") for number in range(4)]
        engine.rebuild(before)

        def edit() -> None:
            another.update([version("tilbud0", "musik"), version("tilbud3", "musik"), version("first", "musik")])

        engine.rebuild(interrupted(before, edit))
        assert self.found(engine, "musik") == {"tilbud0", "tilbud3", "first"}
        assert self.found(engine, "kaffe") == {"tilbud1", "tilbud2"}

    def test_updates_during_a_rebuild_show_at_once(self, engine: Engine, another: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        seen: list[set[str]] = []

        def edit() -> None:
            another.update([version("second", "kaffe")])
            seen.append(self.found(another, "kaffe"))

        engine.rebuild(interrupted([version("first", "kaffe")], edit))
        assert seen == [{"first", "second"}]

    def test_deletions_during_a_rebuild_stay_deleted(self, engine: Engine, another: Engine) -> None:
        before = [version(f"tilbud{number}", "kaffe") for number in range(4)]
        engine.rebuild(before)
        gone = [ident("tilbud0"), ident("tilbud3")]
        engine.rebuild(interrupted(before, lambda: another.update([], delete=gone)))
        assert self.found(engine, "kaffe") == {"tilbud1", "tilbud2"}
        assert self.found(another, "kaffe") == {"tilbud1", "tilbud2"}

    def test_rebuild_that_breaks_off_leaves_the_old_index(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])

        def break_off() -> None:
            raise Broken

        with pytest.raises(Broken):
            engine.rebuild(interrupted([version("second", "kaffe"), version("third", "kaffe")], break_off))
        assert self.found(engine, "kaffe") == {"first"}
        engine.update([version("second", "kaffe")])
        assert self.found(engine, "kaffe") == {"first", "second"}
        engine.rebuild([version("third", "kaffe")])
        assert self.found(engine, "kaffe") == {"third"}

    def test_fingerprints_are_those_of_what_is_held(self, engine: Engine) -> None:
        engine.rebuild(CATALOGUE)
        assert engine.fingerprints() == {one.id: one.fingerprint for one in CATALOGUE}
        changed = document("koncert", interest="film")
        engine.update([changed], delete=[ident("vandrehold")])
        held = engine.fingerprints()
        assert held[ident("koncert")] == changed.fingerprint != CATALOGUE[3].fingerprint
        assert ident("vandrehold") not in held

    def test_fingerprints_are_complete_for_a_large_index(self, engine: Engine) -> None:
        documents = many(1500)
        engine.rebuild(documents)
        assert engine.fingerprints() == {one.id: one.fingerprint for one in documents}

    def test_status_tells_what_the_index_holds(self, engine: Engine) -> None:
        engine.rebuild(CATALOGUE)
        first = engine.status()
        assert (first.engine, first.available, first.documents) == (engine.name, True, len(CATALOGUE))
        engine.update([], delete=[ident("koncert")])
        assert engine.status().documents == len(CATALOGUE) - 1
        engine.rebuild(CATALOGUE)
        assert engine.status().generation != first.generation
        assert engine.status().built_at >= first.built_at > ""

    def test_closed_engine_opens_again_when_asked(self, engine: Engine) -> None:
        engine.rebuild([version("first", "kaffe")])
        engine.close()
        assert self.found(engine, "kaffe") == {"first"}

    def test_engine_out_of_reach_says_so(self, unavailable: Engine) -> None:
        with pytest.raises(EngineUnavailable):
            unavailable.search(Plan())
        with pytest.raises(EngineUnavailable):
            unavailable.update([version("first", "kaffe")])
        with pytest.raises(EngineUnavailable):
            unavailable.update([], delete=[ident("first")])
        with pytest.raises(EngineUnavailable):
            unavailable.rebuild([version("first", "kaffe")])
        with pytest.raises(EngineUnavailable):
            unavailable.fingerprints()

    def test_status_of_an_engine_out_of_reach_says_why(self, unavailable: Engine) -> None:
        status = unavailable.status()
        assert (status.available, status.documents) == (False, 0)
        assert status.detail
