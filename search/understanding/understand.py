"""Takes a question apart: spelling first, then places, then what binds and what is wished for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.language.analysis import Word, analyse, joined_key, word_key
from search.language.characters import clean
from search.language.compounds import split
from search.language.correction import correct
from search.language.data.files import words as word_list
from search.language.lemma import is_danish, spelling
from search.understanding.ages import find_age
from search.understanding.concepts import Concept, Kin
from search.understanding.constraints import Constraint
from search.understanding.knowledge import Knowledge
from search.understanding.question import Age, Bound, Corrected, Idea, Span, Understanding, Where
from search.understanding.unwanted import unwanted

MOST_WORDS = 40
FEW_WORDS = 2
SHORTEST_HALF = 4
PREPOSITIONS = frozenset(
    {
        "i",
        "på",
        "ved",
        "for",
        "nær",
        "omkring",
        "fra",
        "til",
        "hos",
        "om",
        "med",
        "in",
        "near",
        "at",
        "around",
        "omegnen",
    }
)
PART_SHARE = 0.9
GENERIC_SHARE = 0.5


def understand(text: str, knowledge: Knowledge) -> Understanding:
    """``text`` taken apart by what is known. Never fails; an empty text gives an empty understanding."""
    text = clean(text)
    words, corrected = _spell(_content(analyse(text)[:MOST_WORDS]), knowledge)
    words = _compounds(words, knowledge)
    taken: set[int] = set()
    places = _places(words, taken, knowledge)
    age = find_age(words, taken)
    bounds, ideas = _meanings(words, taken, age, knowledge)
    plain, unknown = _plain(words, taken, knowledge)
    return Understanding(
        text=text,
        words=tuple(words),
        corrected=tuple(corrected),
        ideas=tuple(sorted((*ideas, *plain), key=lambda idea: idea.span.start)),
        bounds=tuple(bounds),
        places=tuple(places),
        age=age,
        unknown=tuple(unknown),
    )


def _content(words: list[Word]) -> list[Word]:
    """The words; where one or two are all, they are what is asked for, stop words ("have") or not."""
    if len(words) <= FEW_WORDS and all(word.is_stop for word in words):
        return [replace(word, is_stop=False) for word in words]
    return words


def _spell(words: list[Word], knowledge: Knowledge) -> tuple[list[Word], list[Corrected]]:
    """The words as they were meant; a word that makes a known compound with its neighbour is right as it is."""
    read: list[Word] = []
    corrected: list[Corrected] = []
    for index, word in enumerate(words):
        if halves := _run_together(word, knowledge):
            read += halves
            continue
        correction = None
        if not word.is_stop and not _joins(words, index, knowledge):
            correction = correct(word.text, knowledge.lexicon)
        if correction is None:
            read.append(word)
            continue
        [meant] = analyse(correction.meant)[:1]
        read.append(replace(meant, start=word.start, end=word.end))
        if spelling(word.text) != correction.meant:
            corrected.append(Corrected(word.text, correction.meant, Span(word.start, word.end)))
    return read, corrected


def _run_together(word: Word, knowledge: Knowledge) -> list[Word]:
    """The two words of the catalogue that were typed as one ("repaircafe"), or none."""
    form = spelling(word.text)
    if word.is_stop or len(form) < 2 * SHORTEST_HALF or form in knowledge.lexicon or is_danish(form) or split(form):
        return []
    for position in range(len(form) - SHORTEST_HALF, SHORTEST_HALF - 1, -1):
        left, right = form[:position], form[position:]
        if left in knowledge.catalogue and right in knowledge.catalogue:
            return [replace(analyse(half)[0], start=word.start, end=word.end) for half in (left, right)]
    return []


def _compounds(words: Sequence[Word], knowledge: Knowledge) -> list[Word]:
    """The words, neighbours that are one word in the catalogue made one: "stole gymnastik"."""
    read: list[Word] = []
    for word in words:
        before = read[-1] if read else None
        if before and not before.is_stop and not word.is_stop:
            joined = joined_key(before.key, word.key)
            if joined in knowledge.catalogue.key_counts and not before.text.isdigit():
                inner = dict.fromkeys((before.key, word.key, *before.inner, *word.inner))
                read[-1] = Word(before.text + word.text, before.start, word.end, joined, tuple(inner))
                continue
        read.append(word)
    return read


def _joins(words: Sequence[Word], index: int, knowledge: Knowledge) -> bool:
    pairs = [(index - 1, index), (index, index + 1)]
    return any(
        joined_key(words[first].key, words[second].key) in knowledge.lexicon.key_counts
        for first, second in pairs
        if first >= 0 and second < len(words)
    )


def _places(words: Sequence[Word], taken: set[int], knowledge: Knowledge) -> list[Where]:
    found: list[Where] = []
    for index, word in enumerate(words):
        if len(word.text) == 4 and word.text.isdigit() and (place := knowledge.gazetteer.postcode(word.text)):
            taken.add(index)
            found.append(Where(place, _span(words, [index])))
    for match in knowledge.gazetteer.book.longest(words):
        if taken.isdisjoint(match.used):
            taken.update(match.used)
            found.append(Where(match.meaning, _span(words, match.used)))
    return _narrowest(found)


def _narrowest(found: list[Where]) -> list[Where]:
    """ "4220 Korsør" is one place, and two venues of the same name are told apart by nobody."""
    distinct: dict[tuple[Span, str], Where] = {}
    for where in found:
        distinct.setdefault((where.span, where.place.kind), where)
    return list(distinct.values())


def _meanings(
    words: Sequence[Word], taken: set[int], age: Age | None, knowledge: Knowledge
) -> tuple[list[Bound], list[Idea]]:
    bounds: list[Bound] = []
    by_words: dict[tuple[int, ...], list[Concept | Kin]] = {}
    left_out = unwanted(words)
    # A phrase that holds the denial itself says something of its own: "uden at betale".
    matches = [
        match
        for match in knowledge.thesaurus.book.longest(words)
        if taken.isdisjoint(match.used) and not left_out.issuperset(match.used)
    ]
    binding = {match.used for match in matches if isinstance(match.meaning, Constraint)}
    for match in matches:
        if isinstance(match.meaning, Constraint):
            bound = Bound(match.meaning, _span(words, match.used))
            if bound not in bounds:
                bounds.append(bound)
        elif match.used not in binding and _may_be_meant(match.meaning, age):
            meanings = by_words.setdefault(match.used, [])
            if match.meaning not in meanings:
                meanings.append(match.meaning)
    ideas = [_idea(words, used, meanings) for used, meanings in by_words.items()]
    for match in matches:
        taken.update(match.used)
    taken.update(left_out)
    return bounds, ideas


def _may_be_meant(meaning: Concept | Kin, age: Age | None) -> bool:
    """ "Mor på 84" is somebody's mother, not a mother of small children."""
    concept = meaning.concept if isinstance(meaning, Kin) else meaning
    return age is None or concept.oldest is None or age.years <= concept.oldest


def _idea(words: Sequence[Word], used: tuple[int, ...], meanings: Sequence[Concept | Kin]) -> Idea:
    """One idea of the words; they name the concepts themselves when any meaning says so."""
    concepts = [meaning for meaning in meanings if isinstance(meaning, Concept)]
    kin = [meaning.concept for meaning in meanings if isinstance(meaning, Kin)]
    said = tuple(words[index] for index in used if not words[index].is_stop) or tuple(words[index] for index in used)
    return Idea(said, tuple(concepts or kin), _span(words, used), is_kin=not concepts)


def _plain(words: Sequence[Word], taken: set[int], knowledge: Knowledge) -> tuple[list[Idea], list[Word]]:
    """The words that nothing has claimed: as ideas, and those among them that nobody knows."""
    ideas: list[Idea] = []
    unknown: list[Word] = []
    for index, word in enumerate(words):
        if index in taken or word.is_stop or word.text.isdigit():
            continue
        span = _span(words, [index])
        if not _is_known(word, knowledge):
            ideas.append(Idea((word,), (), span))
            unknown.append(word)
            continue
        inside = list(_ideas_inside(word, span, knowledge))
        if not inside or word.key in knowledge.catalogue.key_counts:
            ideas.append(Idea((word,), (), span))
        ideas += inside
    return ideas, unknown


def _ideas_inside(word: Word, span: Span, knowledge: Knowledge) -> Iterator[Idea]:
    """What the parts of a compound name: "mandegruppe" is about men first, and a group second."""
    generic = word_list("generic_words.txt")
    parts = split(word.text)
    # A compound that every dictionary has is a word of its own: a "kørekort" is no card game, a "barnepige" no child.
    is_own_word = bool(parts) and is_danish(word.text) and parts[-1] not in generic
    for part in parts[:-1] if is_own_word else parts:
        meanings = [one for one in knowledge.thesaurus.book.exactly(word_key(part)) if not isinstance(one, Constraint)]
        if meanings:
            share = GENERIC_SHARE if is_own_word or part in generic else PART_SHARE
            named = _idea([word], (0,), meanings)
            yield replace(named, span=span, share=share)


def _is_known(word: Word, knowledge: Knowledge) -> bool:
    if word.key in knowledge.catalogue.key_counts:
        return True
    special = _special_parts(word)
    return bool(special) and all(_is_known_part(part, knowledge) for part in special)


def _special_parts(word: Word) -> list[str]:
    return [part for part in split(word.text) if part not in word_list("generic_words.txt")]


def _is_known_part(part: str, knowledge: Knowledge) -> bool:
    own = word_key(part)
    return own in knowledge.catalogue.key_counts or bool(knowledge.thesaurus.book.exactly(own))


def _span(words: Sequence[Word], used: Sequence[int]) -> Span:
    """From the first to the last of the words used, with a preposition before them."""
    first = min(used)
    if first and words[first - 1].text in PREPOSITIONS:
        first -= 1
    return Span(words[first].start, words[max(used)].end)
