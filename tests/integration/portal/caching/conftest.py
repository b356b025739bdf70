"""The page cache, turned on and empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import caches

from portal.caching import version


@pytest.fixture(autouse=True)
def _page_cache(db: None, settings) -> Iterator[None]:
    settings.PAGE_CACHE_SECONDS = 300
    caches["pages"].clear()
    version.forget()
    yield
    caches["pages"].clear()
    version.forget()
