"""What one look at an offer says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Assessment:
    """How well an offer fits so far.

    `conflicts` are hard needs that it breaks: one is enough, and it is never proposed. `reasons` say what fits, `ask`
    what is not known and must be asked first. `parts` holds the points by name, so that a score can be explained.
    """

    parts: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    ask: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def add(self, name: str, points: float, reason: str = "") -> None:
        """Points under a name, and the reason to show for them."""
        self.parts[name] = self.parts.get(name, 0.0) + points
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    def question(self, words: str) -> None:
        """Something to ask before it is proposed."""
        if words not in self.ask:
            self.ask.append(words)

    @property
    def score(self) -> float:
        """All points together."""
        return sum(self.parts.values())


def any_of(chances: Iterable[float]) -> float:
    """How sure it is that at least one holds, each between 0 and 1: several good signs add up, but never past 1."""
    missed = 1.0
    for chance in chances:
        missed *= 1.0 - min(max(chance, 0.0), 1.0)
    return 1.0 - missed
