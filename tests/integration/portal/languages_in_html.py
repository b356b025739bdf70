"""What a page says in a language that it does not say it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from messages.translations import Translations

WORD = re.compile(r"[^\W\d_]+")
PLACEHOLDER = re.compile(r"%\(\w+\)0?\d*[sd]")
VOID = frozenset(
    {"br", "circle", "hr", "img", "input", "link", "meta", "path", "polygon", "rect", "source", "use", "wbr"}
)
SILENT = frozenset({"script", "style", "title"})
SAID_BY_ATTRIBUTE = ("alt", "aria-label", "data-done", "data-none", "placeholder", "title")
# Addresses are read as they are, and what the visitor has typed is quoted.
NO_WORDS = re.compile(r"\S+[@/]\S+|“[^”]*”")


def danish_words(translations: Translations) -> frozenset[str]:
    """The words of the Danish interface that the English one never uses."""
    danish, english = set(), set()
    for (_context, said), translated in translations.items():
        for text in said if isinstance(said, tuple) else (said,):
            danish |= words_of(text)
        for text in translated:
            english |= words_of(text)
    return frozenset(word for word in danish - english if len(word) > 1)


def words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return {word.lower() for word in WORD.findall(PLACEHOLDER.sub(" ", text))}


class Page(HTMLParser):
    """`said` is (language, text) for each piece of text and each attribute that is read aloud."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the language of what follows."""
        attributes = dict(attrs)
        language = attributes.get("lang") or self._language()
        if tag not in VOID:
            self._open.append((tag, language))
        said = [attributes.get(name) for name in SAID_BY_ATTRIBUTE]
        if tag == "input" and attributes.get("type") in ("submit", "button"):
            said.append(attributes.get("value"))
        self.said += [(language, " ".join(text.split())) for text in said if text and text.strip()]

    def handle_endtag(self, tag: str) -> None:
        """Leaves the element, and those in it that nobody has closed."""
        if tag in (name for name, _language in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Notes a piece of text."""
        if data.strip() and not SILENT.intersection(name for name, _language in self._open):
            self.said.append((self._language(), " ".join(data.split())))

    def _language(self) -> str:
        return self._open[-1][1] if self._open else ""


def unmarked(page: Page, danish: frozenset[str], names: Iterable[str]) -> Iterator[str]:
    """The texts in English that have Danish words besides the proper names; the longest names come first."""
    for language, text in page.said:
        if language != "en":
            continue
        left = NO_WORDS.sub(" ", text)
        for name in names:
            left = left.replace(name, " ")
        if found := {word for word in words_of(left) if word in danish or re.search("[æøå]", word)}:
            yield f"{text} ({', '.join(sorted(found))})"


def wrongly_marked(page: Page, translations: Translations) -> Iterator[str]:
    """The texts said to be Danish that are the interface's own English; a single word may be both, as "online"."""
    english = {form for (_, danish), forms in translations.items() for form in forms if form not in (danish, *danish)}
    yield from (text for language, text in page.said if language == "da" and " " in text and text in english)
