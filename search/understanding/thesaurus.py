"""All concepts of this portal: those of the files, of the catalogue's vocabularies, and of its editors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from search.schema import KeywordField
from search.understanding.concepts import Concept, Kin
from search.understanding.constraints import Constraint, constraints
from search.understanding.phrases import PhraseBook

Meaning = Concept | Kin | Constraint


@dataclass(frozen=True)
class Term:
    """A word of a controlled vocabulary."""

    field: KeywordField
    slug: str
    name: str
    synonyms: tuple[str, ...] = ()


class Thesaurus:
    """Concepts with the books that find them in a question."""

    def __init__(self, concepts: Iterable[Concept], terms: Iterable[Term] = ()) -> None:
        self._slugs: dict[tuple[KeywordField, str], str] = {}
        self.vocabulary = tuple(terms)
        found: list[Concept] = list(concepts)
        for term in self.vocabulary:
            self._slugs[term.field, term.name.lower()] = term.slug
            found.append(
                Concept(
                    name=f"{term.field}:{term.slug}",
                    label=term.name,
                    words=(term.name, *term.synonyms),
                    facets={term.field: {term.name: 1.0}},
                )
            )
        self.concepts = tuple(found)

    def value(self, field: KeywordField, name: str) -> str:
        """What the index calls a facet value; "" for a term that this catalogue's vocabulary lacks."""
        if field in (KeywordField.INTEREST, KeywordField.TARGET_GROUP):
            return self._slugs.get((field, name.lower()), "")
        return name

    @cached_property
    def book(self) -> PhraseBook[Meaning]:
        """Finds concepts and constraints. Where both are said by the same words, the constraint is meant."""
        phrases: list[tuple[str, Meaning]] = []
        for constraint in constraints():
            phrases += [(phrase, constraint) for phrase in constraint.phrases]
        for concept in self.concepts:
            phrases += [(phrase, concept) for phrase in dict.fromkeys((*concept.words, *concept.phrases))]
            phrases += [(phrase, Kin(concept)) for phrase in concept.kin]
        return PhraseBook(phrases)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Everything that can be said, for the lexicon."""
        said = [
            phrase
            for concept in self.concepts
            for phrase in (*concept.words, *concept.phrases, *concept.kin, *concept.near)
        ]
        return tuple(said) + tuple(phrase for constraint in constraints() for phrase in constraint.phrases)
