"""Which page is at an address: as Wagtail finds it, in fewer questions."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction
from wagtail.rich_text import expand_db_html

from home.models import InformationPage, NewsIndexPage, NewsPage
from portal.caching import version
from tests.factories.pages import make_front, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def front():
    return make_front()


def test_page_is_found_at_every_depth(client, front):
    news = make_page(front, NewsIndexPage, "Nyt", slug="nyt")
    make_page(news, NewsPage, "Jul sammen", slug="jul")
    for address in ("/", "/nyt/", "/nyt/jul/"):
        assert client.get(address).status_code == 200
    for address in ("/jul/", "/nyt/jul/jul/", "/forside-da/"):
        assert client.get(address).status_code == 404


def test_draft_is_not_found(client, front):
    page = make_page(front, InformationPage, "Om os", slug="om")
    page.unpublish()
    assert client.get("/om/").status_code == 404


def test_language_with_a_front_page_in_draft_is_answered_as_by_wagtail(client, front):
    english = make_front("en")
    make_page(english, InformationPage, "About", slug="about")
    assert client.get("/en/about/").status_code == 200
    english.unpublish()
    assert client.get("/en/about/").status_code == 404


def test_restricted_page_stays_restricted_when_answers_are_kept(client, front):
    page = make_page(front, InformationPage, "Internt", slug="internt")
    version.renew()
    assert client.get("/internt/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Gruppe"))
    version.renew()
    assert client.get("/internt/").status_code == 302


def test_links_in_the_text_lead_to_published_pages(front, django_assert_num_queries):
    page = make_page(front, InformationPage, "Om os", slug="om")
    draft = make_page(front, InformationPage, "Kladde", slug="kladde")
    draft.unpublish()
    assert expand_db_html(f'<a linktype="page" id="{page.pk}">Om</a>') == '<a href="/om/">Om</a>'
    assert expand_db_html(f'<a linktype="page" id="{draft.pk}">x</a>') == "<a>x</a>"
    assert expand_db_html('<a linktype="page" id="999">x</a>') == "<a>x</a>"
    version.renew()
    expand_db_html(f'<a linktype="page" id="{page.pk}">Om</a>')
    with django_assert_num_queries(0):
        expand_db_html(f'<a linktype="page" id="{page.pk}">Om</a>')
