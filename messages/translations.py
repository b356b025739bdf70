"""The English words of the interface: one text file to write in, and what the portal reads, compiled from it."""

from __future__ import annotations

import io
import re

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from messages.extraction import ROOT, Message

WRITTEN = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
COMPILED = WRITTEN.with_suffix(".mo")
HEADER = """\
# What visitors read in English. `make messages` collects the Danish and compiles the English; write only msgstr."""
PLACEHOLDER = re.compile(r"%\(\w+\)0?\d*[sd]")

Translations = dict[Message, tuple[str, ...]]


def written() -> Translations:
    """What stands in the text file, by message; empty strings for what nobody has translated."""
    with WRITTEN.open("rb") as file:
        return _by_message(read_po(file, locale="en"))


def renew(messages: set[Message]) -> Translations:
    """Makes the text file hold exactly these messages, keeping what is translated, and compiles it; gives it back."""
    before = written() if WRITTEN.exists() else {}
    now = {message: before.get(message, _nothing_for(message)) for message in messages}
    catalogue = _catalogue(now)
    text = io.BytesIO()
    write_po(text, catalogue, width=100, sort_output=True, no_location=True, omit_header=False)
    WRITTEN.parent.mkdir(parents=True, exist_ok=True)
    WRITTEN.write_bytes(text.getvalue())
    with COMPILED.open("wb") as file:
        write_mo(file, catalogue)
    return now


def wrong_placeholders(translations: Translations) -> list[Message]:
    """The messages whose translation leaves out a placeholder or has one that the Danish has not."""
    return [
        message for message, english in translations.items() if english[0] and _placeholders_differ(message, english)
    ]


def _placeholders_differ(message: Message, english: tuple[str, ...]) -> bool:
    danish = message[1] if isinstance(message[1], tuple) else (message[1],)
    wanted = set(PLACEHOLDER.findall(danish[-1]))
    found = [set(PLACEHOLDER.findall(form)) for form in english]
    # "1 activity" may leave its number out; the other form has all.
    return found[-1] != wanted or any(not few <= wanted for few in found)


class _English(Catalog):
    """A catalogue whose head says nothing that changes by itself, such as a date."""

    mime_headers = (
        ("Language", "en"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit\n"),
    )


def _catalogue(translations: Translations) -> Catalog:
    catalogue = _English(locale="en", charset="utf-8", fuzzy=False, header_comment=HEADER)
    for (context, words), english in translations.items():
        catalogue.add(words, english if isinstance(words, tuple) else english[0], context=context)
    return catalogue


def _by_message(catalogue: Catalog) -> Translations:
    return {
        (message.context, message.id): message.string if isinstance(message.string, tuple) else (message.string,)
        for message in catalogue
        if message.id
    }


def _nothing_for(message: Message) -> tuple[str, ...]:
    return ("", "") if isinstance(message[1], tuple) else ("",)
