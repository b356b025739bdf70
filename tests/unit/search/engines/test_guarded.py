"""An engine that is away costs one request now and then, not every one."""

from __future__ import annotations

import logging
from typing import NoReturn

import pytest

from search.engines import EngineUnavailable, guarded
from search.engines.guarded import Circuit, ask, ask_many
from search.plan import Plan
from tests.contracts.search.documents import CATALOGUE
from tests.contracts.search.reference import ReferenceEngine


class Flaky(ReferenceEngine):
    """Counts how often it is asked, and may be away."""

    name = "flaky"

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.asked = 0

    def search(self, plan: Plan):
        self.asked += 1
        if self.away:
            raise EngineUnavailable("unplugged")
        return super().search(plan)


class Clock:
    """Time that stands still until told."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(guarded, "time", clock)
    return clock


@pytest.fixture
def simpler() -> ReferenceEngine:
    engine = ReferenceEngine()
    engine.rebuild(CATALOGUE)
    return engine


def never() -> NoReturn:
    raise AssertionError("the fallback is not needed")


def test_engine_that_is_there_answers() -> None:
    answered = ask(Plan(), Flaky(), never, circuit=Circuit())
    assert (answered.engine, answered.degraded, answered.found.total) == ("flaky", False, 0)


def test_database_answers_for_an_engine_that_is_away(simpler: ReferenceEngine, clock: Clock) -> None:
    engine, circuit = Flaky(), Circuit()
    engine.away = True
    for _ in range(3):
        answered = ask(Plan(), engine, lambda: simpler, circuit=circuit)
        assert (answered.engine, answered.degraded, answered.found.total) == ("reference", True, len(CATALOGUE))
    assert engine.asked == 1


def test_engine_that_was_away_is_asked_again_after_a_while(simpler: ReferenceEngine, clock: Clock) -> None:
    engine, circuit = Flaky(), Circuit()
    engine.away = True
    ask(Plan(), engine, lambda: simpler, circuit=circuit)
    clock.now += guarded.RETRY_SECONDS + 1
    ask(Plan(), engine, lambda: simpler, circuit=circuit)
    ask(Plan(), engine, lambda: simpler, circuit=circuit)
    assert engine.asked == 2
    clock.now += guarded.RETRY_SECONDS + 1
    engine.away = False
    assert not ask(Plan(), engine, lambda: simpler, circuit=circuit).degraded
    assert not ask(Plan(), engine, lambda: simpler, circuit=circuit).degraded
    assert engine.asked == 4


def test_others_do_not_wait_while_one_tries_again(clock: Clock) -> None:
    engine, circuit = Flaky(), Circuit()
    circuit.failed(engine, EngineUnavailable("unplugged"))
    assert not circuit.lets_through(engine)
    clock.now += guarded.RETRY_SECONDS + 1
    assert [circuit.lets_through(engine) for _ in range(3)] == [True, False, False]


def test_log_says_once_that_it_is_away_and_once_that_it_is_back(
    simpler: ReferenceEngine, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    engine, circuit = Flaky(), Circuit()
    with caplog.at_level(logging.WARNING):
        engine.away = True
        for _ in range(3):
            clock.now += guarded.RETRY_SECONDS + 1
            ask(Plan(), engine, lambda: simpler, circuit=circuit)
        engine.away = False
        for _ in range(2):
            clock.now += guarded.RETRY_SECONDS + 1
            ask(Plan(), engine, never, circuit=circuit)
    assert [record.getMessage() for record in caplog.records] == [
        "The search engine flaky is away; the database answers: unplugged",
        "The search engine flaky is back",
    ]


def test_other_errors_are_not_taken_for_an_engine_that_is_away() -> None:
    class Wrong(Flaky):
        def search(self, plan: Plan) -> NoReturn:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(Plan(), Wrong(), never, circuit=Circuit())


def test_several_plans_are_answered_by_one_engine(simpler: ReferenceEngine, clock: Clock) -> None:
    engine, circuit = Flaky(), Circuit()
    there = ask_many((Plan(), Plan(limit=1)), engine, never, circuit=circuit)
    engine.away = True
    away = ask_many((Plan(), Plan(limit=1)), engine, lambda: simpler, circuit=circuit)
    assert (there.engine, there.degraded, [found.total for found in there.found]) == ("flaky", False, [0, 0])
    assert (away.engine, away.degraded) == ("reference", True)
    assert [len(found.hits) for found in away.found] == [len(CATALOGUE), 1]
