"""One spelling for every letter, however it was typed."""

import unicodedata

DANISH = frozenset("æøå")
# More than texts in a handful of languages use.
MANY_LETTERS = 5_000
TO_DANISH = str.maketrans({"ä": "æ", "ö": "ø", "ð": "d", "þ": "t", "ß": "s", "œ": "ø", "ł": "l", "ñ": "n"})
SPELT_OUT = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
KEYBOARD = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


class _Spaces(dict[int, int]):
    """Code point → itself, or a space for a control character; fills itself with what texts use."""

    def __missing__(self, code: int) -> int:
        clean_code = ord(" ") if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Cn", "Co"} else code
        if len(self) < MANY_LETTERS:
            self[code] = clean_code
        return clean_code


_SPACES = _Spaces()


def clean(text: str) -> str:
    """``text`` in Unicode's composed form, control characters as spaces, so that offsets hold from here on."""
    return unicodedata.normalize("NFC", text).translate(_SPACES)


def lower(word: str) -> str:
    """``word`` in lower case without accents; the letters æ, ø and å are no accents."""
    word = word.lower().translate(TO_DANISH)
    if word.isascii():
        return word
    return "".join(char if char in DANISH else _base(char) for char in word)


def _base(char: str) -> str:
    """The letter without its accents. An accent that stands alone, which Unicode takes for a space with one, stays."""
    parts = unicodedata.normalize("NFKD", char)
    return "".join(part for part in parts if not unicodedata.combining(part) and not part.isspace()).lower() or char


def with_danish_letters(word: str) -> str:
    """``word`` with aa, ae and oe read as å, æ and ø."""
    for plain, danish in SPELT_OUT:
        word = word.replace(plain, danish)
    return word


def plain(word: str) -> str:
    """``word`` with æ, ø and å spelt out as ae, oe and aa."""
    return word.translate(PLAIN)


def keyboard(word: str) -> str:
    """``word`` as typed by someone whose keyboard lacks the Danish letters: gåtur, gaatur and gatur meet here."""
    return with_danish_letters(word).translate(KEYBOARD)
