"""What a title or a summary speaks of, by the search's concepts."""

from __future__ import annotations

from functools import lru_cache

from search.language.analysis import analyse
from search.schema import KeywordField
from search.understanding.concepts import Concept
from search.understanding.thesaurus import Thesaurus

# A concept that gives a term this much is about that term.
ABOUT = 0.7
MOST_KEPT = 50_000


@lru_cache(maxsize=MOST_KEPT)
def named(text: str, field: KeywordField, thesaurus: Thesaurus) -> frozenset[str]:
    """The interests or target groups, by name, that the text speaks of."""
    concepts = (match.meaning for match in thesaurus.book.longest(analyse(text)))
    return frozenset(
        name
        for concept in concepts
        if isinstance(concept, Concept)
        for name, weight in concept.facets.get(field, {}).items()
        if weight >= ABOUT
    )
