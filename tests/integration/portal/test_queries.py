"""No public page asks the database more than twelve times, however much is on it."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from catalogue.models import Activity, Venue
from home.demo.load import load_demo
from home.models import CampaignActivity, CampaignDate, CampaignPage, InformationPage
from images.models import CustomImage
from portal.caching import version
from search.documents.registry import all_documents
from search.engines import get_engine, guarded
from tests.browser.addresses import PAGES
from tests.factories.catalogue import ActivityFactory, AreaFactory, DateExceptionFactory, ScheduleFactory, VenueFactory

# Wagtail leaves the files open that it makes renditions in.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]
MOST = 12


@pytest.fixture(scope="module")
def _shown(django_db_setup, django_db_blocker, tmp_path_factory):
    media = override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media")))
    with django_db_blocker.unblock(), media, transaction.atomic():
        load_demo(with_users=False)
        publish()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _one_second_is_enough(monkeypatch):
    """On a slow machine a page takes longer than the content's version is known for, and would ask for it twice."""
    monkeypatch.setattr(version, "SECONDS", 3600)


def publish() -> None:
    """As when all is committed and indexed."""
    get_engine().rebuild(all_documents())
    guarded._circuit.answered(get_engine())
    version.renew()


def asked(address: str) -> list[str]:
    """What a visitor's look at the page asks the database, when the process has shown it before."""
    Client().get(address)
    version.forget()
    with CaptureQueriesContext(connection) as queries:
        Client().get(address)
    return [query["sql"] for query in queries.captured_queries]


@pytest.mark.usefixtures("_shown")
def test_pages_of_the_example_ask_at_most_twelve_times():
    queries = {name: asked(address) for name, address in PAGES.items()}
    assert {name: len(asked) for name, asked in queries.items() if len(asked) > MOST} == {}


@pytest.mark.usefixtures("_shown")
def test_large_pages_ask_no_more():
    area = AreaFactory(slug="stort")
    parts = [AreaFactory(parent=area) for _ in range(15)]
    venue = VenueFactory(slug="stort-hus", area=area, accessibility={"koerestolsvenlig": True})
    activities = [
        ActivityFactory(venue=venue, areas=parts, interests=["kor", "kaffe"], target_groups=["ældre", "mænd"])
        for _ in range(25)
    ]
    first = activities[0]
    for activity in activities:
        ScheduleFactory.create_batch(3, activity=activity)
    for day in range(5):
        DateExceptionFactory(activity=first, original_date=f"2026-12-{7 * day + 1:02}")
    Activity.objects.filter(pk=first.pk).update(image=CustomImage.objects.first())
    Venue.objects.filter(pk=venue.pk).update(image=CustomImage.objects.first())
    campaign = CampaignPage.objects.get(slug="march-mod-ensomhed")
    campaign.chosen = [CampaignActivity(activity=activity) for activity in activities]
    campaign.dates = [
        CampaignDate(title=f"Gåtur {day}", starts_at=f"2027-03-{day:02}T10:00Z", place="Torvet") for day in range(1, 25)
    ]
    campaign.body = long_body()
    campaign.save()
    article = InformationPage.objects.get(slug="hvad-er-ensomhed")
    article.body = long_body()
    article.save()
    publish()
    for address in (
        article.get_url(),
        campaign.get_url(),
        "/omraader/stort/",
        "/steder/stort-hus/",
        f"/arrangoerer/{first.organisation.slug}/",
        first.get_absolute_url(),
        "/indsatskatalog/?omraade=stort",
        "/kalender/?omraade=stort",
        "/indsatskatalog/kort/?omraade=stort",
    ):
        queries = asked(address)
        assert len(queries) <= MOST, f"{address}\n" + "\n".join(queries)


def long_body() -> list[tuple[str, object]]:
    """Pieces of text with links to pages, and pictures."""
    pages = InformationPage.objects.filter(locale__language_code="da")
    texts = [("text", f'<p><a linktype="page" id="{page.pk}">{page.title}</a></p>') for page in pages]
    pictures = [("picture", {"image": picture, "caption": "Et billede"}) for picture in CustomImage.objects.all()[:6]]
    return [*texts, *pictures]


@pytest.mark.usefixtures("_shown")
def test_visitors_see_what_has_changed_though_answers_are_kept(client):
    article = InformationPage.objects.get(slug="hvad-er-ensomhed")
    assert client.get("/hvad-er-ensomhed/").status_code == 200
    article.slug = "om-ensomhed"
    article.save()
    assert client.get("/om-ensomhed/").status_code == 200, "a change of one's own shows before it is committed"
    publish()
    assert client.get("/om-ensomhed/").status_code == 200
    assert client.get("/hvad-er-ensomhed/").status_code == 404
