"""How near what an offer holds comes to what the person likes.

The search's concepts know which interests lie near each other; they are used here as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from search.schema import KeywordField
from search.understanding.knowledge import Knowledge

ITSELF = 1.0
# A concept that gives an interest this much is about that interest.
ABOUT = 0.7
NEAREST = 0.5

Related = Mapping[str, Mapping[str, float]]


def related_interests(knowledge: Knowledge) -> Related:
    """Interest → interests near it, each between 0 and 1; by name."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for concept in knowledge.thesaurus.concepts:
        weights = concept.facets.get(KeywordField.INTEREST, {})
        about = {name for name, weight in weights.items() if weight >= ABOUT}
        for name in about:
            for other, weight in weights.items():
                if other != name:
                    found[name][other] = max(found[name].get(other, 0.0), min(weight, 1.0) * NEAREST)
    return found


def liking(liked: str, interests: frozenset[str], related: Related) -> float:
    """How much of one liked thing there is, between 0 and 1."""
    if liked in interests:
        return ITSELF
    near = related.get(liked, {})
    return max((near.get(interest, 0.0) for interest in interests), default=0.0)
