"""Indexes of a test module's own, on the server that all test processes share."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest

from search.engines.elasticsearch.address import Address
from search.engines.elasticsearch.client import connect


def address(server: str, index: str) -> str:
    """The `SEARCH_URL` of an index; the tests have more patience than citizens."""
    return f"{server.replace('http://', 'elasticsearch://')}/{index}?timeout=20"


@pytest.fixture(scope="module")
def indexes(elasticsearch_url: str) -> Iterator[str]:
    """A prefix for this module's indexes, which are gone afterwards."""
    prefix = f"contract-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    yield prefix
    with connect(Address.parse(address(elasticsearch_url, prefix))) as client:
        for name in client.indices.get_settings(index=f"{prefix}*", name="index.uuid"):
            client.indices.delete(index=name)
