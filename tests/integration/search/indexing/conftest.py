"""An index of the test's own, the catalogue's day, and a way to commit."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from django.utils import timezone
from pytest_django import Settings

from catalogue.recurrence import ZONE
from search.engines import Engine, EngineUnavailable, get_engine
from search.indexing.rebuilding import rebuild

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=ZONE)

Commit = Callable[[], AbstractContextManager[object]]


@pytest.fixture(autouse=True)
def _catalogues_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def no_index(settings: Settings, tmp_path: Path) -> Engine:
    """The engine of the settings, which has no index yet."""
    settings.SEARCH_URL = f"tantivy://{tmp_path / 'search'}"
    return get_engine()


@pytest.fixture
def engine(db: None, no_index: Engine) -> Engine:
    """The engine of the settings, with an index of what is there."""
    rebuild()
    return no_index


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]) -> Commit:
    """`with commit():` does what a commit at the end of the block would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def _unreachable(*_args: object, **_options: object) -> NoReturn:
    raise EngineUnavailable("unplugged")


@contextmanager
def away(engine: Engine) -> Iterator[None]:
    """The engine cannot be reached."""
    with pytest.MonkeyPatch.context() as patch:
        for method in ("search", "update", "rebuild", "fingerprints"):
            patch.setattr(engine, method, _unreachable)
        yield
