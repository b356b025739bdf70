"""The reference keeps the contract that it is the measure of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

import pytest

from search.documents import IndexDocument
from search.engines.base import Engine, EngineUnavailable, IndexStatus
from search.plan import Found, Plan

from .engine_suite import EngineContract
from .reference import ReferenceEngine


class Unplugged(ReferenceEngine):
    """A reference that cannot be reached."""

    def search(self, plan: Plan) -> Found:
        raise EngineUnavailable

    def update(self, documents: Iterable[IndexDocument], *, delete: Iterable[str] = ()) -> NoReturn:
        raise EngineUnavailable

    def rebuild(self, documents: Iterable[IndexDocument]) -> NoReturn:
        raise EngineUnavailable

    def fingerprints(self) -> dict[str, str]:
        raise EngineUnavailable

    def status(self) -> IndexStatus:
        return IndexStatus(engine=self.name, available=False, detail="unplugged")


class TestReference(EngineContract):
    @pytest.fixture
    def engine(self) -> Engine:
        return ReferenceEngine()

    @pytest.fixture
    def another(self, engine: Engine) -> Engine:
        return engine

    @pytest.fixture
    def unavailable(self) -> Engine:
        return Unplugged()
