"""Pages are found beside the activities, in the reader's language, and never among them."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from home.findable import PAGES
from home.models import CampaignPage, GuidePage, InformationPage, NewsIndexPage, TalkIndexPage, TalkPage
from search.documents.registry import all_documents
from search.engines import get_engine
from search.indexing.comparing import compare
from search.query import SearchQuery
from search.service import search
from search.understanding.store import forget
from tests.contracts.search.elasticsearch_indexes import address
from tests.factories.catalogue import ActivityFactory
from tests.factories.pages import make_front, make_page

pytestmark = pytest.mark.django_db(transaction=False)
SORROW = SearchQuery(text="sorg")


@pytest.fixture
def front():
    return make_front()


@pytest.fixture
def reindex():
    def rebuild():
        forget()
        get_engine().rebuild(all_documents())

    return rebuild


def titles(query=SORROW, engine=None):
    return [one.title for one in search(query, engine=get_engine(engine) if engine else None).readings]


@pytest.fixture
def article(front):
    return make_page(front, InformationPage, "Når sorgen fylder", introduction="Om at miste.")


@pytest.mark.parametrize("engine", [None, "database:"])
def test_pages_stand_beside_the_activities_and_are_not_counted_among_them(front, article, reindex, engine):
    ActivityFactory(title="Sorggruppe", type="relationel")
    make_page(front, GuidePage, "Cykling for alle", introduction="Om cykler.", steps=[])
    reindex()
    results = search(SORROW, engine=get_engine(engine) if engine else None)
    assert [hit.kind for hit in results.hits] == ["activity"]
    assert results.total == 1
    counts = {
        value.value: value.count for facet in results.facets for value in facet.values if facet.parameter == "type"
    }
    assert sum(counts.values()) == 1
    [reading] = results.readings
    assert (reading.title, reading.address, reading.sort, reading.language) == (
        "Når sorgen fylder",
        article.url,
        "artikel",
        "da",
    )


@pytest.mark.parametrize("engine", [None, "database:"])
def test_at_most_three_and_only_what_is_about_it(front, reindex, engine):
    for number in range(5):
        make_page(front, InformationPage, f"Sorg {number}")
    make_page(front, InformationPage, "Cykler", introduction="Om cykler.")
    reindex()
    assert len(titles(engine=engine)) == 3
    assert titles(SearchQuery(text="cykel"), engine) == ["Cykler"]
    assert titles(SearchQuery(), engine) == []
    assert titles(SearchQuery(text="sorg", page=2), engine) == []


@pytest.mark.parametrize("engine", [None, "database:"])
def test_pages_are_in_the_readers_language(front, article, reindex, engine):
    english = Locale.objects.get_or_create(language_code="en")[0]
    translated = article.copy_for_translation(english, copy_parents=True)
    translated.title = "Sorg in English"
    translated.save_revision().publish()
    reindex()
    assert titles(engine=engine) == ["Når sorgen fylder"]
    with translation.override("en"):
        assert titles(engine=engine) == ["Sorg in English"]


@pytest.mark.elasticsearch
def test_pages_are_found_by_elasticsearch_too(front, article, elasticsearch_url):
    ActivityFactory(title="Sorggruppe")
    forget()
    engine = get_engine(address(elasticsearch_url, f"pages-{uuid.uuid4().hex[:8]}"))
    engine.rebuild(all_documents())
    results = search(SORROW, engine=engine)
    engine.close()
    assert ([hit.kind for hit in results.hits], results.total) == (["activity"], 1)
    assert [one.title for one in results.readings] == ["Når sorgen fylder"]
    assert not results.degraded


def test_other_kinds_of_pages_are_not_found(front, reindex):
    make_page(front, NewsIndexPage, "Nyt om sorg")
    reindex()
    assert titles() == []


def test_talk_is_found_by_its_subject_and_campaign_by_its_title(front, reindex):
    talks = make_page(front, TalkIndexPage, "Oplæg")
    talk = make_page(
        talks,
        TalkPage,
        "At miste",
        organisation="X",
        held_on=datetime.date(2026, 1, 1),
        audience=["alle"],
        video="https://example.org/",
    )
    talk.subjects.add("sorg")
    talk.save()
    make_page(
        front, CampaignPage, "Uge for sorg", starts_on=datetime.date(2026, 1, 1), ends_on=datetime.date(2026, 1, 8)
    )
    reindex()
    assert set(titles()) == {"At miste", "Uge for sorg"}


def test_index_follows_what_is_published_taken_down_and_deleted(
    front, article, reindex, django_capture_on_commit_callbacks
):
    reindex()
    with django_capture_on_commit_callbacks(execute=True):
        article.title = "Ensom efter en skilsmisse"
        article.save_revision().publish()
    assert titles() == [] or "Når sorgen fylder" not in titles()
    assert titles(SearchQuery(text="skilsmisse")) == ["Ensom efter en skilsmisse"]
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    assert titles(SearchQuery(text="skilsmisse")) == []
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    assert titles(SearchQuery(text="skilsmisse")) == ["Ensom efter en skilsmisse"]
    with django_capture_on_commit_callbacks(execute=True):
        article.delete()
    assert not any(ident.startswith("page:") for ident in get_engine().fingerprints())


def test_page_that_is_closed_off_is_not_found_and_its_children_neither(
    front, article, reindex, django_capture_on_commit_callbacks
):
    make_page(article, GuidePage, "Skridt ud af sorgen", steps=[])
    reindex()
    assert len(titles()) == 2
    with django_capture_on_commit_callbacks(execute=True):
        restriction = PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    assert titles() == []
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert len(titles()) == 2


def test_status_counts_pages_and_repair_mends_them(front, article, reindex):
    reindex()
    assert compare().ids == []
    InformationPage.objects.filter(pk=article.pk).update(title="Noget andet")
    assert compare().outdated == [PAGES.document_id(PAGES.identity(article))]
    get_engine().update([], delete=[PAGES.document_id(PAGES.identity(article))])
    assert compare().missing == [PAGES.document_id(PAGES.identity(article))]


def test_results_page_names_them_below_the_activities(client, front, article, reindex):
    ActivityFactory(title="Sorggruppe")
    reindex()
    page = client.get("/indsatskatalog/?q=sorg").content.decode()
    assert page.index("<article") < page.index("Læs også") < page.index("Når sorgen fylder")
