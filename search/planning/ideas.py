"""Ideas of a question as scored groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import log

from search.language.analysis import PART as PART_MARK
from search.language.analysis import Word, analyse
from search.language.data.files import words as word_list
from search.plan import All, Any_, AnyOf, Bonus, Condition, Group, Matches, Term
from search.planning import weights
from search.schema import KeywordField, TextField
from search.understanding.concepts import ANYTHING, KINDS, NEEDS, ORGANISATIONS, Concept
from search.understanding.knowledge import Knowledge
from search.understanding.question import Idea

# Facets that tell what an entry is about; the others (its type, how it is delivered) fit much else.
TELLING = frozenset({KeywordField.INTEREST, KeywordField.TARGET_GROUP, KeywordField.ACCESS_YES})
Evidence = tuple[str, Condition, float]


def groups_of(ideas: Sequence[Idea], knowledge: Knowledge) -> tuple[tuple[Group, ...], tuple[Bonus, ...]]:
    """A group for each idea and kind of evidence (title, summary, body, facets), so that kinds of evidence add up.

    With them come bonuses for facets that hint at an idea without being a reason to show an entry.
    The rarest idea counts in full, commoner ones less: "misbrug" says more than "ensom".
    """
    rarities = [rarity(idea, knowledge) for idea in ideas]
    most = max(rarities, default=1.0)
    groups: list[Group] = []
    bonuses: list[Bonus] = []
    only_needs = all(map(is_need, ideas))
    for idea, rare in zip(ideas, rarities, strict=True):
        share = weights.NEED if is_need(idea) and not only_needs else 1.0
        weight = share * idea.share * rare / most
        groups += _groups(idea, weight, knowledge)
        bonuses += _hints(idea, weight, knowledge)
    return tuple(groups), tuple(bonuses)


def _groups(idea: Idea, share: float, knowledge: Knowledge) -> Iterator[Group]:
    by_kind: dict[str, dict[Condition, float]] = {}
    for kind, condition, weight in _evidence(idea, knowledge):
        if weight < weights.WORTH_A_LOOK:
            continue
        known = by_kind.setdefault(kind, {})
        known[condition] = max(known.get(condition, 0.0), weight * share)
    label = " ".join(word.text for word in idea.words)
    for kind, found in by_kind.items():
        alternatives = tuple(_scored(condition, weight) for condition, weight in found.items())
        yield Group(f"{label}:{kind}", alternatives, weights.TIE)


def _scored(condition: Condition, weight: float) -> Term | Bonus:
    """A word in a long text counts by how rare it is and how often it comes; elsewhere once is enough."""
    if isinstance(condition, Matches) and condition.field in weights.BY_FREQUENCY:
        return Term(condition.field, condition.token, weight * weights.BY_FREQUENCY[condition.field])
    return Bonus(condition, weight)


def is_need(idea: Idea) -> bool:
    """Whether the idea is what someone misses ("ensom"), which much answers to, rather than a thing or a group."""
    return bool(idea.concepts) and all(concept.theme == NEEDS for concept in idea.concepts)


def is_anything(idea: Idea) -> bool:
    """Whether the idea is "whatever there is"."""
    return bool(idea.concepts) and all(concept.theme == ANYTHING for concept in idea.concepts)


def strongly(ideas: Sequence[Idea], knowledge: Knowledge, *, is_story: bool) -> Condition | None:
    """Holds for entries that are about what is wished for, rather than mention it in passing; None for mere needs.

    A short question wants all that it names. One that tells a story wants what its concepts name; its other words
    only colour it.
    """
    things = [idea for idea in ideas if not is_need(idea)]
    if is_story and any(idea.concepts for idea in ideas):
        things = [idea for idea in things if idea.concepts]
    named = {idea.span for idea in things if idea.concepts and idea.share > weights.GENERIC_SHARE}
    things = [idea for idea in things if idea.concepts or idea.span not in named]
    essential = [idea for idea in things if not _is_generic(idea)] or things
    conditions = {_about(replace(idea, concepts=()) if idea.is_kin else idea, knowledge): None for idea in essential}
    if not conditions:
        return None
    together = All if len(conditions) <= weights.SHORT_QUESTION else Any_
    return next(iter(conditions)) if len(conditions) == 1 else together(tuple(conditions))


def _about(idea: Idea, knowledge: Knowledge) -> Condition:
    found = {
        condition: None
        for kind, condition, weight in _evidence(idea, knowledge, whole=True)
        if kind != TextField.BODY and weight >= weights.STRONG
    }
    return Any_(tuple(found))


def _is_generic(idea: Idea) -> bool:
    if idea.concepts and all(concept.theme in (ANYTHING, KINDS) for concept in idea.concepts):
        return True
    return idea.share <= weights.GENERIC_SHARE or all(
        word.text in word_list("generic_words.txt") for word in idea.words
    )


def rarity(idea: Idea, knowledge: Knowledge) -> float:
    """Between 0.35 and 1: words that half the catalogue uses say little, and so do words for the kind of thing."""
    if len(idea.words) == 1 and idea.words[0].text in word_list("generic_words.txt"):
        return weights.GENERIC
    keys = {word.key for word in idea.words} if not idea.concepts else _concept_keys(idea)
    share = min(1.0, (1 + max(map(knowledge.documents_with, keys), default=0)) / (1 + knowledge.documents))
    return max(weights.COMMONEST, min(1.0, -log(share) / weights.RARE))


def _concept_keys(idea: Idea) -> set[str]:
    """Keys of the concepts' own words and of the vocabulary terms that they are first of all about."""
    found: set[str] = set()
    for concept in idea.concepts:
        texts = list(concept.words)
        for values in concept.facets.values():
            texts += [name for name, weight in values.items() if weight >= 1]
        found.update(_content(text)[0].key for text in texts)
    return found


def _evidence(idea: Idea, knowledge: Knowledge, *, whole: bool = False) -> Iterator[Evidence]:
    """What shows an idea, field by field; ``whole`` leaves out the mere parts of a compound that was typed."""
    fields = weights.FIELDS if idea.concepts else weights.PLAIN_FIELDS
    typed = weights.TYPED if len(idea.words) == 1 else weights.TYPED_AMONG
    for word in idea.words:
        found = _word_evidence(word, typed, fields, () if whole else word.inner)
        yield from (one for one in found if one[0] == TextField.TITLE or not _only_in_title(word, idea.concepts))
    for concept in idea.concepts:
        yield from _concept_evidence(concept, knowledge)


def _only_in_title(word: Word, concepts: Iterable[Concept]) -> bool:
    return any(word.key == _content(text)[0].key for concept in concepts for text in concept.only_in_title)


def _word_evidence(
    word: Word, weight: float, fields: Mapping[TextField, float], inside: Iterable[str]
) -> Iterator[Evidence]:
    for field, worth in fields.items():
        yield field, Matches(field, word.key), worth * weight
        yield field, Matches(field, PART_MARK + word.key), worth * weight * weights.PART
        for inner in inside:
            part = weights.PLAIN_PART * (weights.GENERIC if inner in _generic_keys() else 1.0)
            yield field, Matches(field, inner), worth * part
            yield field, Matches(field, PART_MARK + inner), worth * part * weights.PART


@lru_cache(maxsize=1)
def _generic_keys() -> frozenset[str]:
    return frozenset(word.key for text in word_list("generic_words.txt") for word in analyse(text))


def _concept_evidence(concept: Concept, knowledge: Knowledge) -> Iterator[Evidence]:
    terms = [(text, 1.0) for text in concept.words] + list(concept.near.items())
    for text, weight in terms:
        if _says_little(text, knowledge):
            continue
        fields = weights.PLAIN_FIELDS if concept.theme == ORGANISATIONS else weights.FIELDS
        for field, worth in fields.items():
            if field == TextField.TITLE or text not in concept.only_in_title:
                yield from ((field, condition, worth * weight * part) for condition, part in in_field(text, field))
    for condition, weight, is_hint in _facets(concept, knowledge):
        if not is_hint:
            yield "facet", condition, weight
    for kind, weight in concept.venue_kinds.items():
        for condition, _part in in_field(kind, TextField.PLACE):
            yield "venue", condition, weights.VENUE_KIND * weight


def _facets(concept: Concept, knowledge: Knowledge) -> Iterator[tuple[Condition, float, bool]]:
    for field, values in concept.facets.items():
        for name, weight in values.items():
            if value := knowledge.thesaurus.value(field, name):
                yield AnyOf(field, (value,)), weights.FACET * weight, field not in TELLING or weight < weights.TELLS


def _hints(idea: Idea, share: float, knowledge: Knowledge) -> Iterator[Bonus]:
    found: dict[Condition, float] = {}
    for concept in idea.concepts:
        for condition, weight, is_hint in _facets(concept, knowledge):
            if is_hint:
                found[condition] = max(found.get(condition, 0.0), weight * share)
    yield from (Bonus(condition, weight) for condition, weight in found.items())


@lru_cache(maxsize=10_000)
def _is_phrase(text: str) -> bool:
    return len(analyse(text)) > 1


def _says_little(text: str, knowledge: Knowledge) -> bool:
    """Whether a phrase is left with one common word when its small words are gone: "går med til"."""
    content = _content(text)
    return (
        _is_phrase(text)
        and len(content) == 1
        and knowledge.documents_with(content[0].key) > weights.COMMON_SHARE * knowledge.documents
    )


def in_field(text: str, field: TextField) -> Iterator[tuple[Condition, float]]:
    """Conditions under which ``field`` says ``text``: all its words, or it as a part of a compound."""
    content = _content(text)
    if len(content) > 1:
        yield All(tuple(Matches(field, word.key) for word in content)), 1.0
    else:
        yield Matches(field, content[0].key), 1.0
        yield Matches(field, PART_MARK + content[0].key), weights.PART


@lru_cache(maxsize=10_000)
def _content(text: str) -> tuple[Word, ...]:
    words = analyse(text)
    return tuple([word for word in words if not word.is_stop] or words)
