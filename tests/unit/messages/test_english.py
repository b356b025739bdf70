"""Every word that visitors may meet is there in English too."""

from __future__ import annotations

import gettext
from collections import defaultdict

from messages.extraction import FOR_EDITORS, ROOT, public_messages
from messages.translations import COMPILED, Translations, written, wrong_placeholders

MEND = "run `make messages`, write the English into locale/en/LC_MESSAGES/django.po, and run it again"


def test_every_message_is_collected_and_translated():
    translations = written()
    messages = public_messages()
    assert len(messages) > 800
    assert {message: places for message, places in messages.items() if message not in translations} == {}, MEND
    assert [message for message in translations if message not in messages] == [], MEND
    assert [message for message, english in translations.items() if not all(english)] == [], MEND


def test_placeholders_are_those_of_the_danish():
    assert wrong_placeholders(written()) == []


def test_wrong_placeholder_is_found():
    assert wrong_placeholders({(None, "Ring %(phone)s"): ("Call %(number)s",)})
    assert wrong_placeholders({(None, ("1 ting", "%(n)d ting")): ("1 thing", "things")})
    assert not wrong_placeholders({(None, ("1 ting", "%(n)d ting")): ("1 thing", "%(n)d things")})


def test_one_singular_has_one_plural():
    """Gettext finds a plural by its singular alone, and would take another one's words."""
    plurals = defaultdict(set)
    for context, words in public_messages():
        singular, plural = words if isinstance(words, tuple) else (words, None)
        plurals[context, singular].add(plural)
    assert {singular: found for singular, found in plurals.items() if len(found - {None}) > 1} == {}


def test_compiled_words_are_those_written():
    with COMPILED.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert said(compiled, written()) == written(), MEND


def said(compiled: gettext.GNUTranslations, messages: Translations) -> Translations:
    found: Translations = {}
    for context, words in messages:
        if isinstance(words, tuple):
            ask = compiled.ngettext if context is None else lambda *how, c=context: compiled.npgettext(c, *how)
            found[context, words] = (ask(*words, 1), ask(*words, 2))
        else:
            found[context, words] = (compiled.pgettext(context, words) if context else compiled.gettext(words),)
    return found


def test_what_is_left_out_exists():
    """A pattern that leaves nothing out has been forgotten by a move."""
    assert [pattern for pattern in FOR_EDITORS if not any(ROOT.glob(pattern))] == []
