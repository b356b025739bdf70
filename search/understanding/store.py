"""The knowledge in use: made on first need, renewed when its sources change."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace

from search.understanding.knowledge import Knowledge
from search.understanding.sources import Sources, knowledge_of, load_sources

# Another process's change is seen after at most this many seconds.
FRESH_SECONDS = 120.0


@dataclass(frozen=True)
class _Kept:
    sources: Sources
    knowledge: Knowledge
    until: float


_lock = threading.Lock()
_kept: _Kept | None = None


def get_knowledge() -> Knowledge:
    """What is known now. Asks the database only when there is nothing yet, or when it has grown old."""
    global _kept
    kept = _kept
    if kept is not None and time.monotonic() < kept.until:
        return kept.knowledge
    with _lock:
        kept = _kept
        if kept is None or time.monotonic() >= kept.until:
            kept = _kept = _renewed(kept)
        return kept.knowledge


def renew_early() -> None:
    """Reads the sources again when half their time has passed, so that no question has to; for the background."""
    global _kept
    with _lock:
        if _kept is not None and time.monotonic() >= _kept.until - FRESH_SECONDS / 2:
            _kept = _renewed(_kept)


def _renewed(kept: _Kept | None) -> _Kept:
    """From the sources as they are now; unchanged sources keep the knowledge that was made of them."""
    sources = load_sources()
    known = kept.knowledge if kept and kept.sources == sources else knowledge_of(sources)
    return _Kept(sources, known, time.monotonic() + FRESH_SECONDS)


def forget() -> None:
    """Makes the next question read the sources again."""
    global _kept
    if _kept is not None:
        _kept = replace(_kept, until=0.0)
