"""The running portal keeps its index in order by itself, at the end of a request now and then.

A thread of its own does it, so that no request waits, and not more often than `SEARCH_MAINTENANCE_SECONDS` in each
process: it writes what is still marked, lets dates move on, builds an index that is missing, and reads words and titles
anew before they grow old. A portal that nobody visits needs none of it. `manage.py search_index repair` does the same,
and more, at once.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connections

from search.engines import EngineUnavailable

logger = logging.getLogger(__name__)


class _Request(threading.local):
    """Whether this thread is answering a request."""

    running = False


class _Keeper:
    """Starts the thread when it is time, one at a time in each process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._next = 0.0

    def wake(self) -> None:
        """Makes the next moment the right one."""
        self._next = 0.0

    def start_when_due(self) -> threading.Thread | None:
        """Starts the thread when it is time; returns it, or None."""
        every = settings.SEARCH_MAINTENANCE_SECONDS
        if every is None or time.monotonic() < self._next:
            return None
        with self._lock:
            if self._thread and self._thread.is_alive():
                return None
            self._next = time.monotonic() + every
            self._thread = threading.Thread(target=_in_thread, name="search-maintenance", daemon=True)
            self._thread.start()
            return self._thread


_request = _Request()
_keeper = _Keeper()
wake = _keeper.wake


def in_request() -> bool:
    """Whether this thread is answering a request."""
    return _request.running


def connect() -> None:
    """Listens to the requests of this process."""
    request_started.connect(_started, dispatch_uid="search-maintenance")
    request_finished.connect(_finished, dispatch_uid="search-maintenance")


def maintain() -> None:
    """Does what there is to do. Raises `EngineUnavailable`."""
    from search.indexing import rolling
    from search.indexing.applying import apply_changes
    from search.indexing.rebuilding import mend
    from search.log import counting
    from search.suggesting import suggest
    from search.understanding import store

    counting.write()
    mend()
    if rolling.is_due():
        rolling.roll()
    apply_changes()
    store.renew_early()
    suggest.renew_early()


def _started(**_kwargs: Any) -> None:
    _request.running = True


def _finished(**_kwargs: Any) -> None:
    _request.running = False
    _keeper.start_when_due()


def _in_thread() -> None:
    try:
        maintain()
    except EngineUnavailable as error:
        logger.warning("The search index cannot be kept in order now: %s", error)
    except Exception:
        logger.exception("Keeping the search index in order failed")
    finally:
        connections.close_all()
