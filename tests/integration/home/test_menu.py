"""The pages at the foot of every page."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction, Site

from home.models import FrontPage, InformationPage
from home.templatetags.menu import foot

pytestmark = pytest.mark.django_db


@pytest.fixture
def front() -> FrontPage:
    site = Site.objects.get()
    front = site.root_page.add_sibling(instance=FrontPage(title="Forside", slug="forside"))
    site.root_page = front
    site.save()
    return front


def titles() -> list[str]:
    return [title for title, _address in foot({"request": RequestFactory().get("/")}).pages]


def page(parent: FrontPage, title: str, **values: bool) -> InformationPage:
    return parent.add_child(instance=InformationPage(title=title, **{"show_in_menus": True, **values}))


def test_menu_holds_live_pages_that_are_to_be_shown(front):
    page(front, "Om os")
    page(front, "Kladde", live=False)
    page(front, "Skjult", show_in_menus=False)
    assert titles() == ["Om os"]


def test_menu_leaves_out_what_is_restricted_here_or_above(front):
    page(front, "Om os")
    secret = page(front, "Kun for personale")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    assert titles() == ["Om os"]
    PageViewRestriction.objects.create(page=front, restriction_type=PageViewRestriction.LOGIN)
    assert titles() == []


def test_menu_takes_one_query_besides_the_sites(front, django_assert_max_num_queries):
    page(front, "Om os")
    titles()
    with django_assert_max_num_queries(2):
        titles()
