"""Min liste by address."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from icalendar import Calendar

from catalogue.models import Activity
from catalogue.sharing.codes import code_of
from tests.factories.catalogue import ActivityFactory, ScheduleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def three() -> list[Activity]:
    activities = [ActivityFactory(title=title) for title in ("Kaffe", "Gåtur", "Te")]
    for activity in activities:
        ScheduleFactory(activity=activity)
    return activities


def codes(activities: list[Activity]) -> str:
    return ",".join(code_of(activity.uuid) for activity in activities)


def test_list_shows_its_activities_in_the_order_of_the_address(client: Client, three: list[Activity]):
    response = client.get(f"/min-liste/?a={codes(three[::-1])}")
    assert [entry.title for entry in response.context["list"].entries] == ["Te", "Gåtur", "Kaffe"]
    html = response.content.decode()
    assert html.index("Te</a>") < html.index("Gåtur</a>") < html.index("Kaffe</a>")
    assert "3 aktiviteter" in html and 'href="tel:00112234"' in html


def test_entry_can_be_taken_off_by_a_link(client: Client, three: list[Activity]):
    page = client.get(f"/min-liste/?a={codes(three)}").context["list"]
    assert page.entries[1].remove == f"/min-liste/?a={codes([three[0], three[2]])}"
    alone = client.get(f"/min-liste/?a={codes(three[:1])}").context["list"]
    assert alone.entries[0].remove == "/min-liste/"


def test_empty_list_says_how_it_works(client: Client):
    html = client.get("/min-liste/").content.decode()
    assert "Din liste er tom" in html and "Læg på min liste" in html
    assert "kalender.ics" not in html


def test_unknown_codes_are_told(client: Client, three: list[Activity]):
    html = unescape(client.get(f"/min-liste/?a={codes(three[:1])},zzzzzzz,hvad&a=<b>").content.decode())
    assert "Vi kan ikke finde »zzzzzzz«, »hvad«, »<b>«." in html
    assert "1 aktivitet" in html


def test_typed_text_is_escaped(client: Client):
    assert b"<script>alert" not in client.get("/min-liste/?a=<script>alert(1)</script>").content


def test_what_is_too_much_is_told(client: Client):
    many = [ActivityFactory() for _ in range(32)]
    response = client.get(f"/min-liste/?a={codes(many)}")
    assert len(response.context["list"].entries) == 30
    assert "2 er ikke kommet med." in response.content.decode()


def test_ended_and_paused_are_marked(client: Client, three: list[Activity]):
    Activity.objects.filter(title="Kaffe").update(status="afsluttet", status_note="Huset er solgt.")
    Activity.objects.filter(title="Gåtur").update(status="pause", status_note="Til maj.")
    ended, paused, running = client.get(f"/min-liste/?a={codes(three)}").context["list"].entries
    assert (ended.ended, ended.facts, ended.status_note) == (True, [], "Huset er solgt.")
    assert (paused.paused, paused.facts[0].text, paused.facts[0].note) == (True, "På pause", "Til maj.")
    assert not running.ended and not running.paused


def test_list_is_sent_by_message_and_mail(client: Client, three: list[Activity]):
    html = client.get(f"/min-liste/?a={codes(three)}").content.decode()
    (sms,) = re.findall(r'href="(sms:[^"]+)"', html)
    assert "Kaffe%2C%20G%C3%A5tur%2C%20Te" in sms and "min-liste%2F%3Fa%3D" in sms
    (mail,) = re.findall(r'href="(mailto:\?[^"]+)"', html)
    assert "Ring%2000%2011%2022%2034" in mail


def test_calendar_holds_the_dates_of_all(client: Client, three: list[Activity]):
    page = client.get(f"/min-liste/?a={codes(three)}").context["list"]
    assert page.links.subscription == f"webcal://localhost:8000{page.links.calendar}"
    response = client.get(page.links.calendar)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["Kaffe", "Gåtur", "Te"]
    assert str(calendar["SOURCE"]) == f"http://localhost:8000{page.links.calendar}"
    assert client.get(page.links.calendar, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_calendar_of_an_unknown_list_is_empty(client: Client):
    assert Calendar.from_ical(client.get("/min-liste/kalender.ics?a=zzzzzzz,hej").content).walk("VEVENT") == []


@pytest.mark.parametrize("size", [0, 1, 5, 30])
def test_list_costs_few_queries_at_every_size(client: Client, size: int, django_assert_max_num_queries):
    activities = [ActivityFactory() for _ in range(size)]
    for activity in activities:
        ScheduleFactory(activity=activity)
    client.get("/min-liste/")
    with django_assert_max_num_queries(12):
        assert client.get(f"/min-liste/?a={codes(activities)}").status_code == 200


def test_list_sets_no_cookie_and_is_not_for_search_engines(client: Client, three: list[Activity]):
    response = client.get(f"/min-liste/?a={codes(three)}")
    assert not response.cookies
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize(
    "query", ["a=%00", "a=" + "x" * 10_000, "a=%FF%FE", "a[]=1", "a=,,,,", "a=" + "a=&a=".join("0" * 400)]
)
def test_bad_input_gets_an_answer(client: Client, query: str):
    assert client.get(f"/min-liste/?{query}").status_code == 200
    assert client.get(f"/min-liste/kalender.ics?{query}").status_code == 200


def test_activity_page_adds_to_the_list_that_its_address_carries(client: Client, three: list[Activity]):
    kaffe, gaatur, _te = three
    html = client.get(f"{kaffe.get_absolute_url()}?liste={codes([gaatur])}").content.decode()
    assert f'href="/min-liste/?a={codes([gaatur, kaffe])}"' in html
    assert f'href="/min-liste/?a={codes([gaatur])}"' in html


def test_activity_page_leads_to_the_list_that_has_it(client: Client, three: list[Activity]):
    html = client.get(f"{three[0].get_absolute_url()}?liste={codes(three[:2])}").content.decode()
    assert "Se min liste" in html and "Læg på min liste</span>" not in html


def test_activity_page_can_be_passed_on(client: Client, three: list[Activity]):
    html = client.get(three[0].get_absolute_url()).content.decode()
    assert f"localhost:8000/a/{code_of(three[0].uuid)}" in html
    assert 'href="sms:?&amp;body=Kaffe%0A' in html
    assert 'class="qr-code"' in html
    assert 'type="application/ld+json"' in html
