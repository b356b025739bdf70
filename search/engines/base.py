"""What every engine promises; one contract suite runs against all of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..documents import IndexDocument
from ..plan import Found, Plan


class EngineUnavailable(Exception):
    """The engine cannot answer now; the caller answers from the database instead, and catches up later."""


class IndexMissing(EngineUnavailable):
    """The engine is there, but its index is missing, damaged or of another version; a rebuild mends it."""


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What the index holds; `built_at` is ISO 8601, empty when there is no index."""

    engine: str
    available: bool
    documents: int = 0
    generation: str = ""
    built_at: str = ""
    detail: str = ""


class Engine(ABC):
    """An index that is written to and asked.

    Every method raises `EngineUnavailable` when the index cannot be reached; nothing else escapes for reasons
    outside the program. Writes are visible to searches of every process within two seconds of their return.
    """

    name: str

    @abstractmethod
    def search(self, plan: Plan) -> Found:
        """One page of hits with totals, facets and probes."""

    def search_many(self, plans: Sequence[Plan]) -> tuple[Found, ...]:
        """The answers to several plans, in their order; at the cost of one journey to wherever the index is."""
        return tuple(self.search(plan) for plan in plans)

    @abstractmethod
    def update(self, documents: Iterable[IndexDocument], *, delete: Iterable[str] = ()) -> int:
        """Adds or replaces the documents, removes the ids; returns how many documents were written."""

    @abstractmethod
    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        """Replaces the whole index without a gap for searches; returns how many documents it holds.

        Updates made by any process while it runs are in the new index when it is switched to.
        """

    def mend(self, documents: Iterable[IndexDocument]) -> int:
        """Rebuilds an index that is missing, unless another process has done so meanwhile or is doing it.

        Returns how many documents the index holds; raises `EngineUnavailable` while another process builds it.
        """
        return self.rebuild(documents)

    @abstractmethod
    def fingerprints(self) -> dict[str, str]:
        """Document id → fingerprint, of all that the index holds."""

    @abstractmethod
    def status(self) -> IndexStatus:
        """The state of the index; never raises `EngineUnavailable` but says so in its answer."""

    def close(self) -> None:  # noqa: B027 - an engine that holds nothing has nothing to let go of
        """Lets go of files and connections."""
