"""The engines, chosen by one setting, as Django chooses its caches: made on first use, one a process."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from .base import Engine, EngineUnavailable, IndexMissing, IndexStatus

ENGINES = {
    "tantivy": "search.engines.embedded.EmbeddedEngine",
    "elasticsearch": "search.engines.elasticsearch.ElasticsearchEngine",
    "database": "search.engines.database.DatabaseEngine",
}

__all__ = ["ENGINES", "Engine", "EngineUnavailable", "IndexMissing", "IndexStatus", "get_engine"]


@cache
def _make(url: str) -> Engine:
    scheme = urlsplit(url).scheme
    if scheme not in ENGINES:
        raise ImproperlyConfigured(f"SEARCH_URL begins with {scheme!r}; it should be one of {', '.join(ENGINES)}.")
    return import_string(ENGINES[scheme])(url)


def get_engine(url: str | None = None) -> Engine:
    """The engine of `url`, or of the setting `SEARCH_URL`; raises `ImproperlyConfigured` for an unknown scheme."""
    return _make(url or settings.SEARCH_URL)
