"""From a noun to the word inside it: "vandring" to "vandre", "fiskeri" to "fiske", "ensomhed" to "ensom"."""

from functools import lru_cache

from search.language.lemma import CACHED_WORDS, base_form, is_danish, key, spelling

ENDINGS = ("ning", "ing", "else", "eri")
SHORTEST_ROOT = 3


@lru_cache(maxsize=CACHED_WORDS)
def root(word: str) -> str:
    """Key of the verb or adjective that ``word`` is made from, or "" when the word list knows none."""
    base = base_form(spelling(word))
    for ending in ENDINGS:
        stem = base.removesuffix(ending)
        if stem == base or len(stem) < SHORTEST_ROOT:
            continue
        for verb in (f"{stem}e", f"{stem}{stem[-1]}e"):
            if is_danish(verb) and base_form(verb) == verb:
                return key(verb)
    adjective = base.removesuffix("hed")
    if adjective != base and len(adjective) >= SHORTEST_ROOT and is_danish(adjective):
        return key(adjective)
    return ""
