"""Every type of page: what it shows, where it may lie, and that its preview is the page."""

from __future__ import annotations

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.utils import timezone

from home.models import (
    CampaignActivity,
    CampaignDate,
    CampaignPage,
    ContactPage,
    FrontPage,
    GuidePage,
    InformationPage,
    NewsIndexPage,
    NewsPage,
    Partner,
    PartnersPage,
    ReadingPage,
    SiteSettings,
    TalkIndexPage,
    TalkPage,
    ThemePage,
)
from search.documents.registry import all_documents
from search.engines import get_engine
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory
from tests.factories.pages import make_front, make_page

pytestmark = pytest.mark.django_db
# What Wagtail itself asks for any page, and what the frame of the page asks.
MOST_QUERIES = 12
TODAY = datetime.date(2026, 11, 26)


@pytest.fixture
def front() -> FrontPage:
    return make_front()


def shown(client, page) -> str:
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def test_guide_numbers_its_steps_and_leads_to_each(client, front):
    steps = [
        {"type": "step", "value": {"heading": "Ring", "text": "<p>Sig, at du er ny.</p><ul><li>Hej</li></ul>"}},
        {"type": "step", "value": {"heading": "Gå derhen", "text": "<p>Bliv en halv time.</p>"}},
    ]
    html = shown(client, make_page(front, GuidePage, "Første skridt", steps=steps))
    assert "2 trin" in html
    assert re.search(r'<a [^>]*href="#trin-2">Gå derhen</a>', html)
    assert '<li id="trin-2">' in html
    assert "Bliv en halv time." in html


def test_theme_shows_what_its_search_finds(client, front):
    ActivityFactory(title="Gåtur ved søen", summary="Vi går en tur.")
    ActivityFactory(title="Strikkeklub", summary="Vi strikker.")
    get_engine().rebuild(all_documents())
    page = make_page(front, ThemePage, "Ude", search="q=g%C3%A5tur", shown=1)
    html = shown(client, page)
    assert "Gåtur ved søen" in html
    assert "Strikkeklub" not in html
    assert 'href="/indsatskatalog/?q=g%C3%A5tur"' in html


def test_theme_that_finds_nothing_leads_on(client, front):
    get_engine().rebuild([])
    html = shown(client, make_page(front, ThemePage, "Ude", search="type=opsoegende"))
    assert "Der er ikke noget her lige nu." in html


def test_campaign_shows_its_dates_and_activities(client, front):
    now = timezone.now()
    running, ended = ActivityFactory(title="Gåtur"), ActivityFactory(title="Er slut", status="afsluttet")
    page = CampaignPage(
        title="March",
        starts_on=timezone.localdate() - datetime.timedelta(days=3),
        ends_on=timezone.localdate() + datetime.timedelta(days=3),
    )
    page.dates = [
        CampaignDate(title="Til sidst", starts_at=now + datetime.timedelta(days=2), place="Torvet"),
        CampaignDate(title="Til at begynde med", starts_at=now - datetime.timedelta(days=2)),
    ]
    page.chosen = [CampaignActivity(activity=running), CampaignActivity(activity=ended)]
    front.add_child(instance=page)
    html = shown(client, page)
    assert "Det er nu" in html
    assert html.index("Til at begynde med") < html.index("Til sidst")
    assert html.count("det har været") == 1
    assert "Torvet" in html
    assert f'href="{running.get_absolute_url()}"' in html
    assert "Er slut" not in html


def test_campaign_cannot_end_before_it_begins(front):
    page = CampaignPage(title="March", slug="march", starts_on=TODAY, ends_on=TODAY - datetime.timedelta(days=1))
    with pytest.raises(ValidationError, match="sidste dag"):
        page.clean()


def make_talk(index, title, subjects, audience, **values) -> TalkPage:
    page = TalkPage(
        title=title,
        organisation="Røde Kors",
        held_on=TODAY,
        audience=audience,
        video="https://video.example/1",
        **values,
    )
    page.subjects.add(*subjects)
    return index.add_child(instance=page)


def test_talks_are_narrowed_down_by_subject_and_audience(client, front):
    index = make_page(front, TalkIndexPage, "Oplæg")
    make_talk(index, "Om sorg", ["sorg"], ["paaroerende"])
    make_talk(index, "Om unge", ["unge"], ["fagfolk"])
    make_talk(index, "Om os alle", ["sorg"], ["alle"])
    make_talk(index, "Kladde", ["sorg"], ["alle"], live=False)

    def titles(query: str) -> set[str]:
        html = client.get(index.get_url() + query).content.decode()
        return {title for title in ("Om sorg", "Om unge", "Om os alle", "Kladde") if f">{title}</a>" in html}

    assert titles("") == titles("?emne=findes-ikke") == {"Om sorg", "Om unge", "Om os alle"}
    assert titles("?emne=sorg") == {"Om sorg", "Om os alle"}
    assert titles("?for=fagfolk") == {"Om unge", "Om os alle"}
    assert titles("?for=fagfolk&emne=unge") == {"Om unge"}
    assert '<option value="sorg" selected>' in client.get(index.get_url() + "?emne=sorg").content.decode()


def test_talk_says_who_for_whom_and_where_to_see_it(client, front):
    index = make_page(front, TalkIndexPage, "Oplæg")
    html = shown(client, make_talk(index, "Om sorg", ["sorg"], ["paaroerende", "fagfolk"], speaker="En præst"))
    for words in ("En præst, Røde Kors", "Pårørende, Fagfolk", "26. november 2026", 'href="https://video.example/1"'):
        assert words in html


def test_talk_without_anything_to_see_or_read_is_refused():
    with pytest.raises(ValidationError, match="fil eller et link"):
        TalkPage(title="Tomt", slug="tomt", organisation="Os", held_on=TODAY).clean()


@pytest.fixture
def partners(front) -> PartnersPage:
    kommune = AreaFactory(name="Kommunen", slug="kommunen")
    by = AreaFactory(name="Byen", slug="byen", parent=kommune)
    other = AreaFactory(name="Nabokommunen", slug="nabo")
    page = PartnersPage(title="Partnere")
    page.partners = [
        Partner(name="Skak", kind="forening", area=by, organisation=OrganisationFactory(slug="skak")),
        Partner(name="Husene", kind="bolig", area=kommune, website="https://husene.example/"),
        Partner(name="Naboen", kind="bolig", area=other),
        Partner(name="Hele landet", kind="forening"),
    ]
    return front.add_child(instance=page)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Skak", "Husene", "Naboen", "Hele landet"}),
        ("?slags=bolig", {"Husene", "Naboen"}),
        ("?omraade=kommunen", {"Skak", "Husene", "Hele landet"}),
        ("?omraade=byen", {"Skak", "Hele landet"}),
        ("?slags=bolig&omraade=nabo", {"Naboen"}),
        ("?slags=sludder&omraade=findes-ikke", {"Skak", "Husene", "Naboen", "Hele landet"}),
    ],
)
def test_partners_are_narrowed_down_by_kind_and_area(client, partners, query, names):
    html = client.get(partners.get_url() + query).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert {name for name in ("Skak", "Husene", "Naboen", "Hele landet") if name in main} == names


def test_partner_leads_to_its_own_page_or_website(client, partners):
    html = shown(client, partners)
    assert '<a href="/arrangoerer/skak/">Skak</a>' in html
    assert '<a href="https://husene.example/">Husene</a>' in html


def test_news_are_listed_newest_first_ten_a_page(client, front):
    index = make_page(front, NewsIndexPage, "Nyt")
    for day in range(1, 13):
        make_page(index, NewsPage, f"Nyhed {day:02}", day=datetime.date(2026, 11, day))
    first, second = (client.get(index.get_url() + page).content.decode() for page in ("", "?side=2"))
    assert first.index("Nyhed 12") < first.index("Nyhed 03")
    assert "Nyhed 02" not in first
    assert "Nyhed 02" in second
    assert "12. november 2026" in first


def test_contact_page_shows_the_sites_number_and_the_others(client, front):
    SiteSettings.objects.create(site=front.get_site(), phone="00 11 22 33", email="hej@portal.example")
    body = [{"type": "contact", "value": {"name": "Vagten", "phone": "00 44 55 66", "text": "", "hours": "Altid"}}]
    html = shown(client, make_page(front, ContactPage, "Kontakt", body=body))
    main = html[html.index("<main") :]
    for words in ('href="tel:00112233"', 'href="mailto:hej@portal.example"', 'href="tel:00445566"', "Altid"):
        assert words in main


TYPES = sorted(ReadingPage.__subclasses__(), key=lambda model: model.__name__)
ABOVE = {NewsPage: NewsIndexPage, TalkPage: TalkIndexPage}
NEEDED = {
    CampaignPage: {"starts_on": TODAY, "ends_on": TODAY},
    TalkPage: {"organisation": "Os", "held_on": TODAY, "audience": ["alle"], "video": "https://a.example/"},
    ThemePage: {"search": "q=kor"},
}


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_preview_is_the_page_and_costs_little(client, front, model, django_assert_max_num_queries):
    get_engine().rebuild([])
    parent = make_page(front, ABOVE[model], "Over") if model in ABOVE else front
    page = make_page(parent, model, "Titlen", introduction="Kort sagt.", **NEEDED.get(model, {}))
    previewed = page.make_preview_request(page.default_preview_mode and RequestFactory().get("/"))
    assert "<h1>Titlen</h1>" in previewed.render().content.decode()
    shown(client, page)
    with django_assert_max_num_queries(MOST_QUERIES + 2 * (model in (TalkIndexPage, PartnersPage))):
        html = shown(client, page)
    assert 'class="lead">Kort sagt.' in html
    assert '<article class="wrap narrow" lang="da">' in html


def test_pages_lie_where_they_belong():
    assert set(FrontPage.allowed_subpage_models()) == set(TYPES) - {NewsPage, TalkPage}
    assert FrontPage.allowed_parent_page_models() == [FrontPage.base_page_model]
    assert NewsIndexPage.allowed_subpage_models() == [NewsPage]
    assert TalkIndexPage.allowed_subpage_models() == [TalkPage]
    assert {InformationPage, GuidePage} == set(InformationPage.allowed_subpage_models())
