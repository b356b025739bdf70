"""Danish words on pages in another language."""

import pytest
from django.template import Context, Template
from django.utils import translation

from catalogue.wording import danish, in_danish, joined, language_name, woven


def shown(text: str) -> str:
    return Template("{{ text }}").render(Context({"text": text}))


def test_danish_words_are_marked_on_english_pages_only():
    assert shown(danish("Ring & hør")) == "Ring &amp; hør"
    with translation.override("en"):
        assert shown(danish("Ring & hør")) == '<span lang="da">Ring &amp; hør</span>'
        assert shown(danish("")) == ""


def test_marked_words_are_plain_text_elsewhere():
    with translation.override("en"):
        assert f"{danish('Gratis')}!" == "Gratis!"


def test_sentences_keep_the_mark_and_escape_the_rest():
    with translation.override("en"):
        sentence = woven(
            "<%(who)s> of %(n)d: %(list)s", who=danish("Mænd"), n=2, list=joined(" & ", ["A", danish("B")])
        )
    assert sentence == "<Mænd> of 2: A & B"
    assert shown(sentence) == '&lt;<span lang="da">Mænd</span>&gt; of 2: A &amp; <span lang="da">B</span>'


def test_sentences_without_danish_are_plain():
    assert type(woven("%(a)s og %(b)s", a="1", b="2")) is str
    assert type(joined(", ", ["1", "", "2"])) is str
    assert joined(", ", ["1", "", "2"]) == "1, 2"


@pytest.mark.parametrize(("language", "words"), [("da", "engelsk"), ("en", "English")])
def test_languages_within_a_sentence(language, words):
    with translation.override(language):
        assert language_name("en") == words
        with in_danish():
            assert language_name("en") == "engelsk"
