"""The Danish words of the editors' interface: locale/da/, one text file a domain to write in, compiled beside it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from messages.packages import ROOT, Danish, Key, Words, danish, english

HEADER = """\
# The Danish that Wagtail and its like lack, or have in words that are not those of docs/glossary.md.
# `make danish` collects the English and compiles the Danish; write only msgstr."""


@dataclass(frozen=True)
class Entry:
    """A message in English with our Danish: one text, or two where there is a plural; empty where it is missing."""

    words: Words
    strings: Danish

    @property
    def is_missing(self) -> bool:
        """Whether somebody has still to translate it."""
        return not all(self.strings)


@dataclass(frozen=True)
class Renewal:
    """What collecting made of a catalogue: its entries, and the English of those that no package says any more."""

    entries: list[Entry]
    gone: list[str]

    @property
    def missing(self) -> list[Entry]:
        """What has no Danish yet."""
        return [entry for entry in self.entries if entry.is_missing]


class _Danish(Catalog):
    """A catalogue whose head says nothing that changes by itself, such as a date."""

    mime_headers = (
        ("Language", "da"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit\n"),
    )


def written_file(domain: str) -> Path:
    """The text file of a domain, `django` or `djangojs`."""
    return ROOT / "locale" / "da" / "LC_MESSAGES" / f"{domain}.po"


def compiled_file(domain: str) -> Path:
    """What the portal reads."""
    return written_file(domain).with_suffix(".mo")


def written(domain: str) -> dict[Key, Entry]:
    """What stands in the text file, by key."""
    path = written_file(domain)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale="da")
    entries = {}
    for message in catalogue:
        if message.id:
            forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            strings = (message.string,) if isinstance(message.string, str) else tuple(message.string)
            words = Words(message.context, forms, [name for name, _line in message.locations])
            entries[words.key] = Entry(words, strings)
    return entries


def collect(domain: str) -> Renewal:
    """What the text file shall hold: what the packages lack in Danish, and what we say otherwise than they do."""
    before, theirs, said = written(domain), danish(domain), english(domain)
    entries = []
    for key, words in said.items():
        entry = before.get(key)
        strings = entry.strings if entry and len(entry.strings) == len(words.forms) else ("",) * len(words.forms)
        if any(strings) or key not in theirs:
            entries.append(Entry(words, strings))
    return Renewal(entries, [entry.words.forms[0] for key, entry in before.items() if key not in said])


def texts(entries: list[Entry]) -> tuple[bytes, bytes]:
    """The text file with these entries and the same compiled."""
    catalogue = _Danish(locale="da", charset="utf-8", fuzzy=False, header_comment=HEADER)
    for entry in entries:
        plain = len(entry.words.forms) == 1
        catalogue.add(
            entry.words.forms[0] if plain else entry.words.forms,
            entry.strings[0] if plain else entry.strings,
            context=entry.words.context,
            locations=[(name, 0) for name in entry.words.packages],
        )
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, width=100, include_lineno=False)
    write_mo(compiled, catalogue)
    return text.getvalue(), compiled.getvalue()


def renew(domain: str) -> Renewal:
    """Brings the text file up to date with the packages, keeping what is translated, and compiles it."""
    renewal = collect(domain)
    text, compiled = texts(renewal.entries)
    written_file(domain).parent.mkdir(parents=True, exist_ok=True)
    written_file(domain).write_bytes(text)
    compiled_file(domain).write_bytes(compiled)
    return renewal
