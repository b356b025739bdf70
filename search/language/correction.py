"""Spelling correction against the words that the catalogue itself uses.

A Danish word that the catalogue merely lacks ("opera") is not a mistake, and is left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import OSA

from search.language.analysis import is_stop_word
from search.language.characters import keyboard
from search.language.compounds import is_listed
from search.language.lemma import is_danish, spelling
from search.language.lexicon import Lexicon
from search.language.sound import sound

SHORTEST_CORRECTED = 4
SHORTEST_MEANT = 3
LONGEST_CORRECTED = 40
TWO_ERRORS_FROM = 7
FURTHEST_OF_SAME_SOUND = 3
LETTERS_SHARE = 0.5
OTHER_FIRST_LETTER = 0.6
COMMON_WORD_BONUS = 0.08


@dataclass(frozen=True, slots=True)
class Correction:
    """What was typed, what is meant, and how far apart they are (0 = the same letters on another keyboard)."""

    typed: str
    meant: str
    distance: float


def correct(typed: str, lexicon: Lexicon) -> Correction | None:
    """The likeliest word of ``lexicon`` for ``typed``, or None when it is right as it is or nothing is near."""
    word = spelling(typed)
    if not _may_be_wrong(word, lexicon):
        return None
    candidates = [*_same_letters(word, lexicon), *_same_sound(word, lexicon)]
    if not candidates:
        candidates = list(_near(word, lexicon, errors=1 if is_listed(word) else 1 + (len(word) >= TWO_ERRORS_FROM)))
    if not candidates:
        return None
    distance, meant = min(candidates, key=lambda found: (_cost(found[0], found[1], word, lexicon), found[1]))
    return Correction(typed, meant, distance)


def nearest(typed: str, lexicon: Lexicon) -> str:
    """The likeliest word of ``lexicon`` that sounds or is written almost as ``typed``, though that is a word too.

    "" when there is none, or when the lexicon has the word itself.
    """
    word = spelling(typed)
    if word in lexicon or not word.isalpha() or not SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED:
        return ""
    found = [*_same_letters(word, lexicon), *_same_sound(word, lexicon), *_near(word, lexicon, errors=1)]
    return min(found, key=lambda pair: (_cost(pair[0], pair[1], word, lexicon), pair[1]))[1] if found else ""


def _may_be_wrong(word: str, lexicon: Lexicon) -> bool:
    return (
        SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED
        and word.isalpha()
        and word not in lexicon
        and not is_danish(word)
        and not is_stop_word(word)
    )


def _same_letters(word: str, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    for form in lexicon.by_keyboard.get(keyboard(word), ()):
        yield 0.0, form


def _same_sound(word: str, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    for form in lexicon.by_sound.get(sound(word), ()):
        letters = OSA.distance(word, form)
        if letters <= FURTHEST_OF_SAME_SOUND:
            yield LETTERS_SHARE * letters, form


def _near(word: str, lexicon: Lexicon, errors: int) -> Iterator[tuple[float, str]]:
    own_sound = sound(word)
    for length in range(max(SHORTEST_MEANT, len(word) - errors), len(word) + errors + 1):
        for form in lexicon.by_length.get(length, ()):
            letters = OSA.distance(word, form, score_cutoff=errors)
            if letters <= errors:
                yield LETTERS_SHARE * letters + (1 - LETTERS_SHARE) * OSA.distance(own_sound, sound(form)), form


def _cost(distance: float, form: str, word: str, lexicon: Lexicon) -> float:
    first = OTHER_FIRST_LETTER if form[0] != word[0] else 0.0
    return distance + first - COMMON_WORD_BONUS * log(1 + lexicon.count(form))
