"""Danish writes compounds as one word: take them apart, so that "spise fællesskab" and "spisefællesskab" meet.

A split needs one side from a curated list (what compounds begin with or end in) and the other side known as a word.
That finds "gåklub" and leaves "fællesskab" (not "fælles" + "skab") in one piece.
"""

from functools import lru_cache

from search.language.data.files import words
from search.language.lemma import CACHED_WORDS, base_form, is_danish, key, spelling

SHORTEST_MODIFIER = 2
SHORTEST_HEAD = 3
SHORTEST_UNLISTED_MODIFIER = 4
SHORTEST_UNLISTED_HEAD = 4
SHORTEST_COMPOUND = 5
JOINTS = ("", "s", "e", "es")


@lru_cache(maxsize=CACHED_WORDS)
def split(word: str) -> tuple[str, ...]:
    """Modifier and head of ``word`` as dictionary forms, or () when it is no compound that we know."""
    word = base_form(spelling(word))
    if len(word) < SHORTEST_COMPOUND or key(word) in _simple():
        return ()
    best: tuple[int, tuple[str, ...]] = (0, ())
    for position in range(SHORTEST_MODIFIER, len(word) - SHORTEST_HEAD + 1):
        score, parts = _judge(word[:position], word[position:])
        # The longest head wins among equals: it is met first, and "sang" + "kor" beats "sangk" + "or".
        if score > best[0]:
            best = (score, parts)
    return best[1]


def _judge(left: str, right: str) -> tuple[int, tuple[str, ...]]:
    head = _head(right)
    modifier = _modifier(left)
    if not head or not modifier:
        return 0, ()
    score = 2 * (head in _heads()) + (modifier in _modifiers())
    return score, (modifier, head) if score else ()


def _head(right: str) -> str:
    base = base_form(right)
    if right in _heads() or base in _heads():
        return right if right in _heads() else base
    if not is_danish(right):
        return ""
    same_key = _heads_by_key().get(key(right))
    return same_key or (base if len(base) >= SHORTEST_UNLISTED_HEAD else "")


def _modifier(left: str) -> str:
    for joint in JOINTS:
        stem = left.removesuffix(joint)
        if left.endswith(joint) and stem in _modifiers():
            return stem
    for joint in JOINTS:
        stem = left.removesuffix(joint)
        if not left.endswith(joint) or len(stem) < SHORTEST_UNLISTED_MODIFIER:
            continue
        if is_danish(stem) or split(stem):
            return base_form(stem)
    return ""


@lru_cache(maxsize=CACHED_WORDS)
def parts(word: str) -> tuple[str, ...]:
    """Every part of ``word``, small and large: "brætspilsaften" gives brætspil, bræt, spil and aften."""
    found: dict[str, None] = {}
    for part in split(word):
        found[part] = None
        if len(part) < len(word):
            found.update(dict.fromkeys(parts(part)))
    return tuple(found)


def _heads() -> frozenset[str]:
    return words("compound_heads.txt")


@lru_cache(maxsize=1)
def _simple() -> frozenset[str]:
    return frozenset(key(word) for word in words("compound_simple.txt"))


@lru_cache(maxsize=1)
def _modifiers() -> frozenset[str]:
    return words("compound_modifiers.txt")


@lru_cache(maxsize=1)
def _heads_by_key() -> dict[str, str]:
    by_key: dict[str, str] = {}
    for head in sorted(_heads()):
        by_key.setdefault(key(head), head)
    return by_key


def is_listed(word: str) -> bool:
    """Whether ``word`` is a compound of which both sides are on the curated lists."""
    found = split(word)
    return bool(found) and found[0] in _modifiers() and found[-1] in _heads()
