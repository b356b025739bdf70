"""The front page as editors put it together, and as it is until they have."""

from __future__ import annotations

import datetime
import json

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.models import CampaignPage, FrontPage, InformationPage, NewsIndexPage, NewsPage
from home.queries.campaigns import current_campaign
from home.queries.news import latest_news
from search.documents.registry import all_documents
from search.engines import get_engine
from tests.factories.catalogue import ActivityFactory, ScheduleFactory
from tests.factories.pages import make_front, make_page

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)


def main_of(client) -> str:
    html = client.get("/").content.decode()
    return html[html.index("<main") : html.index("</main>")]


def put(front: FrontPage, *pieces: tuple[str, object]) -> None:
    front.body = json.dumps([{"type": kind, "value": value} for kind, value in pieces])
    front.save()


@pytest.fixture
def front() -> FrontPage:
    get_engine().rebuild([])
    return make_front()


def test_untouched_front_page_has_doors_a_number_and_what_happens_soon(client, front):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    ScheduleFactory(activity=ActivityFactory(title="Gåtur ved søen"), starts_on=tomorrow, rrule="")
    get_engine().rebuild(all_documents())
    html = main_of(client)
    for words in ('class="plain doors"', "Det sker snart", "Gåtur ved søen", "I morgen"):
        assert words in html
    assert html.index('class="plain doors"') < html.index("Det sker snart")


def test_pieces_stand_in_the_order_they_were_put_in(client, front):
    page = make_page(front, InformationPage, "Om savn", introduction="Kort sagt.")
    draft = make_page(front, InformationPage, "Kladde", live=False)
    hidden = make_page(front, InformationPage, "For personale")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    put(
        front,
        ("text", "<p>Velkommen til.</p>"),
        ("pages", {"heading": "Læs", "pages": [draft.pk, page.pk, hidden.pk]}),
        ("doors", None),
    )
    html = main_of(client)
    assert html.index("Velkommen til.") < html.index("Kort sagt.") < html.index('class="plain doors"')
    assert f'href="{page.get_url()}"' in html
    assert "Kladde" not in html
    assert "For personale" not in html
    assert "Det sker snart" not in html


def test_activities_news_and_campaign_are_shown_when_there_are_some(client, front):
    pieces = (
        ("activities", {"heading": "Gå med", "search": "q=g%C3%A5tur", "shown_as": "cards", "number": 2}),
        ("news", {"number": 1}),
        ("campaign", None),
    )
    put(front, *pieces)
    html = main_of(client)
    assert "Gå med" not in html
    assert "Nyt" not in html
    assert "teaser" not in html
    ActivityFactory(title="Gåtur ved søen")
    get_engine().rebuild(all_documents())
    index = make_page(front, NewsIndexPage, "Alt nyt")
    make_page(index, NewsPage, "Ny bænk", day=TODAY)
    make_page(index, NewsPage, "Gammel bænk", day=TODAY - datetime.timedelta(days=9))
    day = timezone.localdate()
    make_page(front, CampaignPage, "March", starts_on=day, ends_on=day)
    html = main_of(client)
    for words in ("Gå med", "Gåtur ved søen", "Ny bænk", "teaser", "March"):
        assert words in html
    assert "Gammel bænk" not in html


def test_campaign_is_the_one_that_runs_or_else_the_next(front):
    def days(first: int, last: int) -> dict[str, datetime.date]:
        return {"starts_on": TODAY + datetime.timedelta(first), "ends_on": TODAY + datetime.timedelta(last)}

    def title() -> str | None:
        campaign = current_campaign(TODAY, None)
        return campaign and campaign.title

    make_page(front, CampaignPage, "Forbi", **days(-9, -1))
    assert title() is None
    make_page(front, CampaignPage, "Senere", **days(20, 30))
    make_page(front, CampaignPage, "Snart", **days(5, 40))
    assert title() == "Snart"
    make_page(front, CampaignPage, "Sidste dag", **days(-5, 0))
    assert title() == "Sidste dag"
    make_page(make_front("en"), CampaignPage, "English", **days(-8, 0))
    assert title() == "Sidste dag"


def test_news_are_those_of_the_language_in_use(front):
    make_page(make_page(make_front("en"), NewsIndexPage, "News"), NewsPage, "English", day=TODAY)
    make_page(make_page(front, NewsIndexPage, "Nyt"), NewsPage, "Dansk", day=TODAY)
    assert [item.title for item in latest_news(5, None)] == ["Dansk"]


def test_there_is_one_front_page_in_each_language(front):
    root = front.get_parent()
    Locale.objects.exclude(language_code="da").delete()
    assert not FrontPage.can_create_at(root)
    Locale.objects.create(language_code="en")
    assert FrontPage.can_create_at(root)
