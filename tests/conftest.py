"""What all tests share: marks that are set by themselves, and the servers that some tests need."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation

from catalogue import kept
from home.letters.actions import AWAY
from search.understanding.store import forget
from tests.services.__main__ import url as running_service

REQUIRED = frozenset(filter(None, os.environ.get("REQUIRE", "").split(",")))
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "client"}
BROWSER_TESTS = Path(__file__).parent / "browser"

# A slow machine is no failure. In CI the same examples are drawn each time; elsewhere new ones find new things.
hypothesis.settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("project")


def missing(service: str, reason: str) -> NoReturn:
    """Skip the test, or fail it when `REQUIRE` names the service."""
    if service in REQUIRED:
        pytest.fail(f"{service} is required: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, and what needs a browser."""
    for item in items:
        fixtures = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
        if fixtures or item.get_closest_marker("django_db"):
            item.add_marker("database")
        if BROWSER_TESTS in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out as `tests/scheduling.py` says, where there are several processes."""
    from tests.scheduling import TogetherScheduling

    return TogetherScheduling(config, log)


@pytest.fixture(autouse=True)
def _postgres_only(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("means something on PostgreSQL only: DATABASE_URL=$(bin/postgresql start) pytest")


@pytest.fixture(autouse=True)
def _danish() -> Iterator[None]:
    """Each test begins in Danish: the client leaves the language of the last page behind."""
    with translation.override("da"):
        yield


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """The address of a running Elasticsearch, which other test processes use too: name your indexes after your own."""
    url = os.environ.get("ELASTICSEARCH_URL") or running_service("elasticsearch")
    if url is None:
        missing("elasticsearch", "no Elasticsearch is running: bin/elasticsearch start")
    yield url


@pytest.fixture(autouse=True)
def _knowledge_of_this_test_alone() -> None:
    """What a process knows is kept for a while; a test shall not answer from what another one made."""
    forget()
    kept.forget()
    cache.delete(AWAY)
