"""`Understanding`: a question taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from search.language.analysis import Word
from search.understanding.concepts import Concept
from search.understanding.constraints import Constraint
from search.understanding.places import Place

SENTENCE = 5


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the typed text something stands, as character offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """A word that was read as another."""

    typed: str
    meant: str
    span: Span


@dataclass(frozen=True, slots=True)
class Idea:
    """Something wished for: the words that say it, and the concepts that they name (none for a plain word).

    ``share`` is how much of the concepts the words carry: less when only a part of a compound names them.
    ``is_kin``: the words name something of the same sort as the concepts, not the concepts themselves.
    """

    words: tuple[Word, ...]
    concepts: tuple[Concept, ...]
    span: Span
    share: float = 1.0
    is_kin: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A constraint with its place in the text."""

    constraint: Constraint
    span: Span


@dataclass(frozen=True, slots=True)
class Where:
    """A place with its place in the text."""

    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Age:
    """Years, of the person or "60+" (``at_least``)."""

    years: int
    at_least: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question taken apart. ``unknown`` are words that neither catalogue, concepts nor correction know."""

    text: str
    words: tuple[Word, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    ideas: tuple[Idea, ...] = ()
    bounds: tuple[Bound, ...] = ()
    places: tuple[Where, ...] = ()
    age: Age | None = None
    unknown: tuple[Word, ...] = ()

    @property
    def is_story(self) -> bool:
        """Whether this is a sentence rather than a few search words."""
        return len(self.words) >= SENTENCE and any(word.is_stop for word in self.words)

    def without(self, span: Span) -> str:
        """The text with the words of the span left out, spaces tidied."""
        return " ".join((self.text[: span.start] + " " + self.text[span.end :]).split())

    def corrected_text(self) -> str:
        """The text as we read it."""
        text = self.text
        for one in sorted(self.corrected, key=lambda one: -one.span.start):
            text = text[: one.span.start] + one.meant + text[one.span.end :]
        return text
