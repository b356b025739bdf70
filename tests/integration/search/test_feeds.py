"""A search as a calendar."""

from __future__ import annotations

import pytest
from django.test import Client
from icalendar import Calendar

from catalogue.choices import AccessibilityFeature
from catalogue.models import Activity, ActivityAccessibility
from search.engines import guarded
from tests.factories.catalogue import ActivityFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
KOR = "/indsatskatalog/kalender.ics?q=sangkor"


@pytest.fixture
def kor() -> Activity:
    activity = ActivityFactory(title="Kor for alle", slug="kor", interests=["kor"])
    ScheduleFactory(activity=activity)
    ScheduleFactory(activity=ActivityFactory(title="Kaffe", slug="kaffe"))
    return activity


def titles(content: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_calendar_holds_what_fits_the_search(client: Client, kor: Activity, reindex):
    reindex()
    response = client.get(KOR)
    assert titles(response.content) == ["Kor for alle"]
    calendar = Calendar.from_ical(response.content)
    assert str(calendar["NAME"]) == "Søgning: sangkor"
    assert str(calendar["SOURCE"]) == f"http://localhost:8000{KOR}"
    assert str(calendar["URL"]) == "http://localhost:8000/indsatskatalog/?q=sangkor"


def test_calendar_leaves_out_what_has_to_be_asked_about(client: Client, kor: Activity, reindex):
    ActivityAccessibility.objects.create(activity=kor, feature=AccessibilityFeature.WHEELCHAIR, holds=True)
    reindex()
    assert titles(client.get("/indsatskatalog/kalender.ics?adgang=koerestolsvenlig").content) == ["Kor for alle"]


def test_calendar_of_everything_holds_everything(client: Client, kor: Activity, reindex):
    reindex()
    assert titles(client.get("/indsatskatalog/kalender.ics").content) == ["Kaffe", "Kor for alle"]


def test_page_and_order_do_not_matter(client: Client, kor: Activity, reindex):
    reindex()
    assert client.get(f"{KOR}&side=3&sorter=naeste").content == client.get(KOR).content


def test_asking_again_costs_nothing_until_something_changes(client: Client, kor: Activity, reindex):
    reindex()
    etag = client.get(KOR)["ETag"]
    assert client.get(KOR, headers={"If-None-Match": etag}).status_code == 304
    Activity.objects.filter(slug="kor").update(title="Sangkor for alle")
    assert client.get(KOR, headers={"If-None-Match": etag}).status_code == 200


def test_calendars_keep_what_they_have_while_the_engine_is_away(client: Client, kor: Activity, reindex, monkeypatch):
    reindex()
    real = guarded.ask

    def away(plan, engine, fallback):
        answered = real(plan, engine, fallback)
        return guarded.Answered(answered.found, "database", degraded=True)

    monkeypatch.setattr(guarded, "ask", away)
    response = client.get(KOR)
    assert (response.status_code, response["Retry-After"]) == (503, "3600")


@pytest.mark.parametrize("query", ["q=%00", "q=" + "x" * 10_000, "side=-1&dag=ugedag", "q=%FF", "q=*:*&omraade=intet"])
def test_bad_input_gets_an_answer(client: Client, kor: Activity, reindex, query: str):
    reindex()
    assert client.get(f"/indsatskatalog/kalender.ics?{query}").status_code == 200


@pytest.mark.parametrize("size", [1, 5, 25])
def test_calendar_costs_the_same_queries_at_every_size(
    client: Client, kor: Activity, reindex, size: int, django_assert_max_num_queries
):
    for number in range(size):
        ScheduleFactory(activity=ActivityFactory(title=f"Kor {number}", venue=kor.venue, interests=["kor"]))
    reindex()
    client.get(KOR)
    with django_assert_max_num_queries(10):
        assert len(titles(client.get(KOR).content)) == size + 1


def test_results_page_leads_to_its_calendar(client: Client, kor: Activity, reindex):
    reindex()
    html = client.get("/indsatskatalog/?q=sangkor&side=1").content.decode()
    assert f'href="{KOR}"' in html and f'href="webcal://localhost:8000{KOR}"' in html
    assert "kalender.ics" not in client.get("/indsatskatalog/").content.decode()
