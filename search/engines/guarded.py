"""Asking an engine that may be away: the database answers then, and the engine is left alone for a while."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from ..plan import Found, Plan
from .base import Engine, EngineUnavailable

logger = logging.getLogger(__name__)

FALLBACK = "database:"
# An engine that was away is asked again after so long, by one request; the others do not wait for it.
RETRY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer and who gave it; `degraded` when that was not the engine that was asked."""

    found: Found
    engine: str
    degraded: bool


@dataclass(frozen=True, slots=True)
class AnsweredMany:
    """The answers to several plans by one engine, in their order."""

    found: tuple[Found, ...]
    engine: str
    degraded: bool


class Circuit:
    """Remembers, for this process, which engines were away a moment ago."""

    def __init__(self) -> None:
        self._retry_at: dict[Engine, float] = {}
        self._lock = Lock()

    def lets_through(self, engine: Engine) -> bool:
        """Whether to ask the engine; of those that ask when it is time to try again, only the first may."""
        with self._lock:
            retry_at = self._retry_at.get(engine)
            if retry_at is None:
                return True
            if time.monotonic() < retry_at:
                return False
            self._retry_at[engine] = time.monotonic() + RETRY_SECONDS
            return True

    def failed(self, engine: Engine, error: EngineUnavailable) -> None:
        """The engine is away; the log says so once."""
        with self._lock:
            if engine not in self._retry_at:
                logger.warning("The search engine %s is away; the database answers: %s", engine.name, error)
            self._retry_at[engine] = time.monotonic() + RETRY_SECONDS

    def answered(self, engine: Engine) -> None:
        """The engine is there (again)."""
        if engine in self._retry_at:
            with self._lock:
                self._retry_at.pop(engine, None)
            logger.warning("The search engine %s is back", engine.name)


_circuit = Circuit()


def ask(plan: Plan, engine: Engine, fallback: Callable[[], Engine], *, circuit: Circuit = _circuit) -> Answered:
    """The engine's answer, or the fallback's while the engine is away."""
    answered = ask_many((plan,), engine, fallback, circuit=circuit)
    return Answered(answered.found[0], answered.engine, answered.degraded)


def ask_many(
    plans: Sequence[Plan], engine: Engine, fallback: Callable[[], Engine], *, circuit: Circuit = _circuit
) -> AnsweredMany:
    """The engine's answers to all plans, or the fallback's to all of them while the engine is away."""
    if circuit.lets_through(engine):
        try:
            found = engine.search_many(plans)
        except EngineUnavailable as error:
            circuit.failed(engine, error)
        else:
            circuit.answered(engine)
            return AnsweredMany(found, engine.name, degraded=False)
    simpler = fallback()
    return AnsweredMany(simpler.search_many(plans), simpler.name, degraded=True)
