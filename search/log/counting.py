"""Counting in memory while people wait for their answer; written together, by the thread that looks after the index.

A page that is kept for visitors is not asked again, so a count says at least how often. A process that is stopped
forgets what it had not written: half a minute's counts, and no more.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter

from django.conf import settings
from django.db import DatabaseError

from search.results import SearchResults

from ..actions.count_searches import count_searches
from .wording import words_and_area

logger = logging.getLogger(__name__)
# More in half a minute is nobody's honest searching.
MOST = 500


class _Counts:
    """What has been asked since it was last written."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._times: Counter[tuple[str, str]] = Counter()
        self._hits: dict[tuple[str, str], int] = {}

    def add(self, asked: tuple[str, str], hits: int) -> None:
        with self._lock:
            if asked in self._times or len(self._times) < MOST:
                self._times[asked] += 1
                self._hits[asked] = hits

    def take(self) -> list[tuple[str, str, int, int]]:
        with self._lock:
            taken = [(*asked, times, self._hits[asked]) for asked, times in self._times.items()]
            self._times.clear()
            self._hits.clear()
        return taken


_counts = _Counts()


def note(found: SearchResults) -> None:
    """Counts a question in words whose answer does not fit; nothing else is counted, and nothing is written here."""
    query = found.query
    if not settings.SEARCH_LOG_WEEKS or found.fits_exactly or found.degraded or query.page > 1 or not query.text:
        return
    words, area = words_and_area(found)
    if words:
        _counts.add((words, area), found.total)


def write() -> None:
    """Writes what has been counted since the last time; counts are not worth that anything else fails with them."""
    taken = _counts.take()
    if not taken:
        return
    try:
        count_searches(asked=taken)
    except DatabaseError as error:
        logger.warning("%d searches were not counted: %s", len(taken), type(error).__name__)
