"""A text that is used up piece by piece, so that what is left over is what was not understood."""

from __future__ import annotations

import re

# Words that join, and say nothing by themselves.
FILLERS = frozenset(
    {
        *("og", "samt", "hver", "hvert", "alle", "om", "den", "det", "der", "i", "på", "kl", "klokken", "fra", "til"),
        *("men", "dog", "vi", "mødes", "er", "af", "ugen", "uge", "à", "altid", "gang", "gange", "fast", "mellem"),
        *("hele", "året"),
    }
)
_WORD = re.compile(r"[^\W_]+(?:[.:/-][^\W_]+)*", re.UNICODE)


def normal(text: str) -> str:
    """Small letters, one kind of dash, single spaces; the lines stay."""
    text = text.lower().replace("–", "-").replace("—", "-").replace("\N{NO-BREAK SPACE}", " ").replace("\r", "")
    return re.sub(r"[ \t]+", " ", text)


class Rest:
    """What is left of a text; what is taken leaves as many spaces, so that places in it stay what they were."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All matches, which are gone from the text then."""
        found = list(pattern.finditer(self.text))
        for match in found:
            self.text = self.text[: match.start()] + " " * len(match[0]) + self.text[match.end() :]
        return found

    def take_one(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, which is gone from the text then."""
        match = pattern.search(self.text)
        if match:
            self.text = self.text[: match.start()] + " " * len(match[0]) + self.text[match.end() :]
        return match

    def part(self, start: int, end: int) -> Rest:
        """A piece of it."""
        return Rest(self.text[start:end])

    def words(self) -> list[str]:
        """The words that are left and mean something."""
        return [word for word in _WORD.findall(self.text) if word not in FILLERS]
