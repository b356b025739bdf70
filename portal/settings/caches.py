"""The cache that pages are kept in: the deployment's own, with a room to itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# A page takes 20 kB compressed both ways.
MOST_PAGES = 2000
SECONDS_TO_ANSWER = 1


def cache_of_pages(default: dict[str, Any]) -> dict[str, Any]:
    """Configuration of the cache of pages, made from that of the default cache.

    Caches in the process, in files and in the database hold at most `MOST_PAGES`. A Redis is given a second to answer;
    how much it holds is its own setting (`maxmemory` with `maxmemory-policy allkeys-lru`).
    """
    backend, location = default["BACKEND"], default.get("LOCATION") or ""
    pages = {**default, "KEY_PREFIX": f"{default.get('KEY_PREFIX', '')}pages"}
    options = dict(default.get("OPTIONS", {}))
    if backend.endswith("RedisCache"):
        options = {"socket_connect_timeout": SECONDS_TO_ANSWER, "socket_timeout": SECONDS_TO_ANSWER, **options}
    else:
        options = {"MAX_ENTRIES": MOST_PAGES, **options}
    if backend.endswith("FileBasedCache"):
        location = str(Path(location) / "pages")
    elif backend.endswith("LocMemCache"):
        location = f"{location}pages"
    return {**pages, "LOCATION": location, "OPTIONS": options}


def cache_of_renditions(default: dict[str, Any]) -> dict[str, Any]:
    """Configuration of the cache in which Wagtail keeps where a picture's sizes are.

    A cache that each process has to itself would lead to files that another process has replaced; then none is better.
    """
    if default["BACKEND"].endswith("LocMemCache"):
        return {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    return {**default, "KEY_PREFIX": f"{default.get('KEY_PREFIX', '')}renditions"}
