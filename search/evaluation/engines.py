"""Which engine a name means, and an index of its own as of another day."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from catalogue.recurrence import ZONE
from search.documents.registry import all_documents
from search.engines import ENGINES, Engine, get_engine

NOON = 12
EMBEDDED = "tantivy"


def engine_named(name: str | None) -> Engine:
    """The engine of the settings, or of a scheme or address; raises ImproperlyConfigured for anything else."""
    if not name or name == urlsplit(settings.SEARCH_URL).scheme:
        return get_engine()
    if "://" in name or name.endswith(":"):
        return get_engine(name)
    if name not in ENGINES:
        raise ImproperlyConfigured(f"No engine is called {name!r}; give one of {', '.join(ENGINES)}, or an address.")
    if name == "database":
        return get_engine("database:")
    raise ImproperlyConfigured(f"SEARCH_URL names another engine; give the address, as in --engine {name}://…")


@contextmanager
def engine_as_of(day: datetime.date, name: str | None = None) -> Iterator[Engine]:
    """An embedded engine with an index of its own, as the catalogue's dates stand on ``day``; gone afterwards.

    Raises ImproperlyConfigured for the ``name`` of another engine, rather than measure the wrong one.
    """
    if name and name != EMBEDDED:
        raise ImproperlyConfigured(f"--today measures the embedded engine; leave it out, or leave out --engine {name}.")
    now = datetime.datetime.combine(day, datetime.time(NOON), tzinfo=ZONE)
    with tempfile.TemporaryDirectory() as folder:
        engine = get_engine(f"tantivy://{folder}/index")
        engine.rebuild(all_documents(now))
        try:
            yield engine
        finally:
            engine.close()
