"""The editors' interface has Danish words for all that the packages say, and they are our words."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from django.utils.translation import gettext as translated
from django.utils.translation import ngettext, override

from messages.danish import Entry, collect, compiled_file, texts, written, written_file
from messages.faults import faults
from messages.glossary import english_words, forbidden, unwanted_words
from messages.packages import DOMAINS, ROOT, Words, danish, english, in_source, messages_of, packages

OURS = ("accounts", "catalogue", "editorial", "home", "images", "portal", "referral", "search", "templates")


def entry(english: str | tuple[str, str], *danish: str) -> Entry:
    return Entry(Words(None, (english,) if isinstance(english, str) else english, ["example"]), danish)


@pytest.mark.parametrize("domain", DOMAINS)
def test_all_that_the_packages_say_has_danish(domain: str):
    assert [found.words for found in collect(domain).missing] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_danish_text_has_a_fault(domain: str):
    found = {entry.words.forms[0]: faults(entry) for entry in written(domain).values()}
    assert len(found) > 50
    assert {english: wrong for english, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_what_the_packages_bring_in_danish_is_in_our_words_too(domain: str):
    said, ours = english(domain), written(domain)
    theirs = {key: " ".join(strings) for key, strings in danish(domain).items() if key in said and key not in ours}
    wrong = {key: (text, unwanted_words(text), english_words(text)) for key, text in theirs.items()}
    assert {key: found for key, found in wrong.items() if found[1] or found[2]} == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_files_are_current(domain: str):
    text, compiled = texts(collect(domain).entries)
    assert written_file(domain).read_bytes() == text, "run: make danish"
    assert compiled_file(domain).read_bytes() == compiled, "run: make danish"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_file_is_read_by_gettext(domain: str):
    with compiled_file(domain).open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    some = [found for found in written(domain).values() if len(found.strings) == 2]
    assert some
    for found in some:
        assert tuple(catalogue.ngettext(*found.words.forms, count) for count in (1, 2)) == found.strings


def test_django_speaks_it():
    with override("da"):
        assert translated("Save draft") == "Gem kladde"
        assert ngettext("%(count)s image", "%(count)s images", 2) == "%(count)s billeder"


def test_english_stays_english():
    with override("en"):
        assert translated("Save draft") == "Save draft"


def test_our_own_danish_is_not_translated_away():
    ours = {forms[0] for app in OURS for path in (ROOT / app).rglob("*.*") for forms in _said(path)}
    assert len(ours) > 500
    changed = {found.words.forms[0]: found.strings[0] for found in written("django").values()}
    assert {text: changed[text] for text in ours & changed.keys() if changed[text] != text} == {}


def _said(path: Path) -> list[tuple[str, ...]]:
    # templates/wagtailadmin/ has Wagtail's own, mended.
    is_ours = path.suffix in {".py", ".html"} and "wagtailadmin" not in path.parts
    return [forms for _context, forms in in_source(path)] if is_ours else []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (entry("Save", ""), "no Danish"),
        (entry(("%(n)s day", "%(n)s days"), "%(n)s dag"), "1 forms of 2"),
        (entry("Hello %(name)s", "Hej"), "other placeholders"),
        (entry("Locked by {user}", "Låst af {bruger}"), "other placeholders"),
        (entry("<b>Locked</b>", "Låst"), "other tags"),
        (entry("Locale: ", "Sprog:"), "other spaces or colon"),
        (entry("Status:", "Status"), "other spaces or colon"),
        (entry("Save draft", "Gem skitse"), "a word the glossary forbids"),
        (entry("Try again", "Prøv venligst igen"), "a word the glossary forbids"),
        (entry("Save draft", "Save kladde"), "English words"),
    ],
)
def test_a_fault_is_found(wrong: Entry, fault: str):
    assert [found for found in faults(wrong) if found.startswith(fault)]


@pytest.mark.parametrize(
    "right",
    [
        entry("Save draft", "Gem kladde"),
        entry(("%(n)s day", "%(n)s days"), "%(n)s dag", "%(n)s dage"),
        entry("Tags", "Emneord"),
        entry("Unpublish", "Tag af nettet"),
        entry("Delete %(model_name)s", "Slet %(model_name)s"),
    ],
)
def test_a_right_text_has_no_fault(right: Entry):
    assert faults(right) == []


def test_the_glossary_is_read():
    assert {"venligst", "skitse", "afpublicer", "moderation", "live"} <= forbidden().keys()


def test_a_package_with_an_english_catalogue_is_read_from_it(tmp_path: Path):
    catalogue = tmp_path / "locale" / "en" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr ""\n\nmsgctxt "key"\nmsgid "Token"\nmsgstr ""\n', encoding="utf-8")
    assert list(messages_of(tmp_path, "django")) == [("key", ("Token",))]
    assert list(messages_of(tmp_path, "djangojs")) == []


def test_a_package_without_a_catalogue_is_read_from_its_source(tmp_path: Path):
    (tmp_path / "models.py").write_text('_("parent")\nngettext("%d child", "%d children", 2)\n', encoding="utf-8")
    (tmp_path / "form.html").write_text("{% load i18n %}<p>{% trans 'Move' %}</p>", encoding="utf-8")
    found = {forms for _context, forms in messages_of(tmp_path, "django")}
    assert found == {("parent",), ("%d child", "%d children"), ("Move",)}


def test_every_installed_app_that_is_not_ours_is_asked():
    assert {"wagtail.admin", "wagtail.contrib.redirects", "taggit", "django_filters", "modelsearch", "django"} <= set(
        packages()
    )
    assert packages().keys() & set(OURS) == set()
