"""How a Danish word sounds, roughly: words that are heard alike and spelt apart get the same code."""

import re
from functools import lru_cache

from search.language.lemma import CACHED_WORDS

# In order; each works on what the ones before have left.
RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"quet?\b|quet?$", "k"),
        (r"que?", "k"),
        (r"sch|sj|sh|tion|ssion|sion", "s"),
        (r"ch|ck|c(?![eiyæø])|q|kh", "k"),
        (r"c|z", "s"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"^h(?=[vj])", ""),
        (r"(?<=[kg])j(?=[eæø])", ""),
        (r"nk$", "ng"),
        (r"nd(?=[es]|$)", "n"),
        (r"ld(?=[es]|$)", "l"),
        (r"rd(?=[es]|$)", "r"),
        (r"eje?|aj|æj|egn(?=$)", "aj"),
        (r"øj|oj", "øj"),
        (r"(?<=[aeiouyæøå])[gv](?=[^aeiouyæøå]|$)", "v"),
        (r"d(?=t)", ""),
        (r"æ", "e"),
        (r"é", "e"),
        (r"(?<=[aeiouyøå])d(?=$|s)", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=CACHED_WORDS)
def sound(word: str) -> str:
    """A rough code for the sound of ``word`` (lower case)."""
    for pattern, replacement in RULES:
        word = pattern.sub(replacement, word)
    return word
