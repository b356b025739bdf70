"""The embedded engine keeps the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine

from .documents import CATALOGUE
from .engine_suite import EngineContract
from .suite_agreement import DOCUMENTS


def engine_in(folder: Path) -> EmbeddedEngine:
    return EmbeddedEngine(f"tantivy://{folder}")


@pytest.fixture(scope="module")
def built_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = engine_in(tmp_path_factory.mktemp("catalogue"))
    engine.rebuild(CATALOGUE)
    return engine


@pytest.fixture(scope="module")
def built_many(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = engine_in(tmp_path_factory.mktemp("many"))
    engine.rebuild(DOCUMENTS)
    return engine


class TestEmbedded(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> Engine:
        return engine_in(tmp_path / "search")

    @pytest.fixture
    def another(self, tmp_path: Path) -> Engine:
        return engine_in(tmp_path / "search")

    @pytest.fixture
    def unavailable(self, tmp_path: Path) -> Engine:
        (tmp_path / "file").touch()
        return engine_in(tmp_path / "file" / "search")

    @pytest.fixture
    def catalogue(self, built_catalogue: Engine) -> Engine:
        return built_catalogue

    @pytest.fixture
    def many_documents(self, built_many: Engine) -> Engine:
        return built_many
