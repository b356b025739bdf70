"""The thread that looks after the index: when it starts, and that it says what went wrong."""

from __future__ import annotations

import logging
import threading
from typing import NoReturn

import pytest
from django.test import Client
from django.urls import get_resolver
from pytest_django import Settings

from search.engines import Engine, EngineUnavailable
from search.indexing import maintenance


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> maintenance._Keeper:
    settings.SEARCH_MAINTENANCE_SECONDS = 1000
    monkeypatch.setattr(maintenance.connections, "close_all", lambda: None)
    return maintenance._Keeper()


def run(keeper: maintenance._Keeper) -> bool:
    thread = keeper.start_when_due()
    if thread:
        thread.join(10)
    return thread is not None


def test_thread_starts_once_in_a_while(keeper: maintenance._Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    monkeypatch.setattr(maintenance, "maintain", lambda: ran.append(threading.current_thread().name))
    assert run(keeper)
    assert not run(keeper)
    keeper.wake()
    assert run(keeper)
    assert ran == ["search-maintenance"] * 2


def test_thread_does_not_start_where_it_is_turned_off(keeper: maintenance._Keeper, settings: Settings) -> None:
    settings.SEARCH_MAINTENANCE_SECONDS = None
    assert not run(keeper)


def test_one_thread_runs_at_a_time(keeper: maintenance._Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(maintenance, "maintain", lambda: go_on.wait(10))
    first = keeper.start_when_due()
    assert first
    keeper.wake()
    assert keeper.start_when_due() is None
    go_on.set()
    first.join(10)
    assert run(keeper)


@pytest.mark.parametrize(
    ("error", "words"),
    [(EngineUnavailable("unplugged"), "cannot be kept in order now: unplugged"), (KeyError("oops"), "failed")],
)
def test_log_says_what_went_wrong(
    keeper: maintenance._Keeper,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    words: str,
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(maintenance, "maintain", fail)
    with caplog.at_level(logging.WARNING):
        run(keeper)
    assert words in caplog.text


def test_end_of_a_request_is_when_it_starts(db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    class Keeper:
        started = 0

        def start_when_due(self) -> None:
            assert not maintenance.in_request()
            self.started += 1

    keeper = Keeper()
    monkeypatch.setattr(maintenance, "_keeper", keeper)
    seen = []
    # Views that are first imported by this request would keep what stands in for `ask`.
    assert get_resolver().url_patterns
    monkeypatch.setattr("search.service.ask", lambda *_args: seen.append(maintenance.in_request()) or _stop())
    with pytest.raises(KeyError):
        client.get("/indsatskatalog/")
    assert (seen, keeper.started, maintenance.in_request()) == ([True], 1, False)


def _stop() -> NoReturn:
    raise KeyError


def test_missing_index_is_built_once(db: None, no_index: Engine, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        maintenance.maintain()
        maintenance.maintain()
    assert no_index.status().available
    assert caplog.text.count("is missing or damaged") == 1
