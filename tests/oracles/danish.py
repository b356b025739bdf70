"""Hears what Django asks for in Danish and does not get, and reads a page for English words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.utils.translation import trans_real

from messages.glossary import english_words
from messages.packages import ROOT, in_source

OURS = ("accounts", "catalogue", "editorial", "home", "images", "portal", "referral", "search", "templates")
# What is read aloud or seen although it is no text of the page.
ATTRIBUTES = ("alt", "aria-label", "aria-description", "placeholder", "title", "label", "data-tippy-content")
BUTTONS = ("button", "submit", "reset")
UNSEEN = ("script", "style", "svg", "code", "pre")
# Keys whose values people read, where a page hands data to a script.
READ = re.compile(r"label|title|text|message|help|placeholder|heading|description|^(?-i:[A-Z_]+)$", re.I)
# Time zones, addresses and the like.
IDENTIFIER = re.compile(r"\S*[^\s\w.!?:]\S*|\w*[\d_]\w*")
NOT_READ = re.compile(r"url|icon|class|name$|^id|html_?name", re.I)


class Listener:
    """Stands in for Django's Danish: answers as it does, and keeps what it had no words for."""

    def __init__(self, danish: trans_real.DjangoTranslation) -> None:
        self._danish = danish
        self.missed: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._danish, name)

    def gettext(self, message: str) -> str:
        """As Django's."""
        if message not in self._danish._catalog and (message, 0) not in self._danish._catalog:
            self._keep(message)
        return self._danish.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """As Django's."""
        if (singular, 0) not in self._danish._catalog:
            self._keep(singular)
        return self._danish.ngettext(singular, plural, count)

    def _keep(self, message: str) -> None:
        words = message.rpartition("\x04")[2]
        if any(letter.isalpha() for letter in words) and words not in own_words():
            self.missed.add(words)


@contextmanager
def listening() -> Iterator[Listener]:
    """While it lasts, all Danish is asked of the listener."""
    danish = trans_real.translation("da")
    default, active = trans_real._default, getattr(trans_real._active, "value", None)
    listener = Listener(danish)
    trans_real._translations["da"] = trans_real._default = trans_real._active.value = listener
    try:
        yield listener
    finally:
        trans_real._translations["da"], trans_real._default = danish, default
        if active is None:
            del trans_real._active.value
        else:
            trans_real._active.value = active


@cache
def own_words() -> frozenset[str]:
    """What our own source says through gettext: Danish as it stands."""
    paths = [path for app in OURS for path in (ROOT / app).rglob("*.*") if path.suffix in {".py", ".html", ".txt"}]
    paths = [path for path in paths if "wagtailadmin" not in path.parts]  # Wagtail's own templates, mended
    return frozenset(form for path in paths for _context, forms in in_source(path) for form in forms)


def english_on(html: str, allowed: frozenset[str] = frozenset()) -> set[str]:
    """The English texts that somebody would see or hear on a page, or in what it hands to its scripts."""
    return {text for text in _texts(html) if text not in allowed and english_words(text)}


def english_in(data: Any) -> set[str]:
    """The same for an answer in JSON, with the pieces of pages that it carries."""
    pieces = data.get("html", "") if isinstance(data, dict) else ""
    return english_on(pieces) | {text for text in _in_data(data) if english_words(text)}


def _texts(html: str) -> Iterator[str]:
    soup = BeautifulSoup(html, "html.parser")
    for node in soup.find_all(string=True):
        if not isinstance(node, Comment) and not node.find_parent(_is_unseen):
            yield _plain(node)
    for tag in soup.find_all(True):
        yield from (_plain(tag[name]) for name in ATTRIBUTES if tag.get(name))
        if tag.name == "input" and tag.get("type") in BUTTONS and tag.get("value"):
            yield _plain(tag["value"])
        yield from (text for value in tag.attrs.values() if _is_data(value) for text in _in_data(json.loads(value)))
    for script in soup.find_all("script", type="application/json"):
        yield from _in_data(json.loads(script.string or "null"))


def _is_unseen(tag: Tag) -> bool:
    return tag.name in UNSEEN or tag.get("lang", "da") != "da"


def _plain(text: str | NavigableString) -> str:
    text = " ".join(text.split())
    return "" if IDENTIFIER.fullmatch(text) else text


def _is_data(value: Any) -> bool:
    if not isinstance(value, str) or value[:1] not in ("{", "["):
        return False
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def _in_data(data: Any, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _in_data(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _in_data(value, key)
    elif isinstance(data, str) and READ.search(key) and not NOT_READ.search(key):
        yield _plain(BeautifulSoup(data, "html.parser").get_text(" ") if "<" in data else data)
