"""The Elasticsearch engine keeps the contract, on a real server."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from search.engines.base import Engine
from search.engines.elasticsearch import ElasticsearchEngine

from .documents import CATALOGUE
from .elasticsearch_indexes import address
from .engine_suite import EngineContract
from .suite_agreement import DOCUMENTS

pytestmark = pytest.mark.elasticsearch


@pytest.fixture(scope="module")
def shared_catalogue(elasticsearch_url: str, indexes: str) -> Iterator[Engine]:
    """The catalogue in an index that no test writes to."""
    engine = ElasticsearchEngine(address(elasticsearch_url, f"{indexes}-catalogue"))
    engine.rebuild(CATALOGUE)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def shared_documents(elasticsearch_url: str, indexes: str) -> Iterator[Engine]:
    """Many documents in an index that no test writes to."""
    engine = ElasticsearchEngine(address(elasticsearch_url, f"{indexes}-many"))
    engine.rebuild(DOCUMENTS)
    yield engine
    engine.close()


class TestElasticsearch(EngineContract):
    @pytest.fixture
    def engine(self, elasticsearch_url: str, indexes: str) -> Iterator[Engine]:
        engine = ElasticsearchEngine(address(elasticsearch_url, f"{indexes}-{uuid.uuid4().hex[:8]}"))
        yield engine
        engine.close()

    @pytest.fixture
    def another(self, engine: ElasticsearchEngine, elasticsearch_url: str) -> Iterator[Engine]:
        another = ElasticsearchEngine(address(elasticsearch_url, engine.address.index))
        yield another
        another.close()

    @pytest.fixture
    def unavailable(self) -> Engine:
        return ElasticsearchEngine("elasticsearch://127.0.0.1:9/nobody-home")

    @pytest.fixture
    def catalogue(self, shared_catalogue: Engine) -> Engine:
        return shared_catalogue

    @pytest.fixture
    def many_documents(self, shared_documents: Engine) -> Engine:
        return shared_documents
