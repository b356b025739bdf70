"""Every public page under /en/ is in English, and what it says in Danish is marked as Danish."""

from __future__ import annotations

import re

import pytest
from django.db import transaction
from django.test import Client, override_settings

from catalogue.models import Area, Organisation, Venue
from home.demo.load import load_demo
from home.models import SiteSettings
from messages.translations import written
from search.documents.registry import all_documents
from search.engines import get_engine, guarded
from tests.browser.addresses import PAGES
from tests.integration.portal.languages_in_html import Page, danish_words, unmarked, wrongly_marked

# Wagtail leaves the files open that it makes renditions in.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_loaded"),
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]
ADDRESSES = [*(address for address in PAGES.values() if address.startswith("/en/"))] + [
    f"/en{address}" for address in PAGES.values() if not address.startswith("/en/")
]
# Bodies that have no English name of their own.
BODIES = ("Datatilsynet", "Livslinien", "Rejseplanen", "Kommune")
# What the addresses ask for that nobody understands, and what is English too.
TYPED, ALSO_ENGLISH = ("ugedag",), {"men", "ring"}


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    media = override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media")))
    with django_db_blocker.unblock(), media, transaction.atomic():
        load_demo(with_users=False)
        get_engine().rebuild(all_documents())
        guarded._circuit.answered(get_engine())
        yield
        transaction.set_rollback(True)


def proper_names() -> list[str]:
    """What people and places are called, the longest first."""
    site = SiteSettings.objects.get()
    names = {site.name, *BODIES, *TYPED}
    for model in (Area, Venue, Organisation):
        names |= set(model.objects.values_list("name", flat=True))
    return sorted(filter(None, names), key=len, reverse=True)


def test_no_danish_is_left_unmarked_and_no_english_is_called_danish():
    translations, names = written(), proper_names()
    danish = danish_words(translations) - ALSO_ENGLISH
    assert {"hvornår", "gratis", "mandag"} <= danish
    problems = []
    for address in ADDRESSES:
        response = Client().get(address)
        html = response.content.decode()
        assert '<html lang="en">' in html, address
        assert not re.search(r'="[^"<>]*<span|&lt;span|<title[^>]*>[^<]*<span', html), (
            f"{address}: a mark where none can be"
        )
        page = Page(html)
        problems += [f"{address}: {text}" for text in unmarked(page, danish, names)]
        problems += [f"{address}: {text} (marked as Danish)" for text in wrongly_marked(page, translations)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "address", ["/", "/indsatskatalog/", "/kalender/", "/indsatskatalog/relationelle/sl-senior-sangkor/"]
)
def test_danish_pages_stay_danish_after_an_english_one(address):
    client = Client()
    client.get("/en/")
    html = client.get(address).content.decode()
    assert '<html lang="da">' in html
    assert "Gå til indholdet" in html
    assert "Skip to content" not in html


def test_english_search_says_what_it_understood_in_english():
    html = Client().get("/en/indsatskatalog/?q=gratis+mandag+i+korsør").content.decode()
    for words in ("Monday", "Free", "We found"):
        assert words in html
    assert "Next: " in html


def test_english_pages_name_interests_and_groups_in_english():
    html = Client().get("/en/indsatskatalog/").content.decode()
    for words in ("board games", "needlework", "older people"):
        assert f">{words}</span>" in html
    assert ">brætspil</span>" in Client().get("/indsatskatalog/").content.decode()
