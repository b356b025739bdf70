"""The programme of a place, week by week."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db
PLACE = "/steder/huset/"


@pytest.fixture
def monday() -> datetime.date:
    """The Monday of next week."""
    today = timezone.localdate()
    return today + datetime.timedelta(days=7 - today.weekday())


@pytest.fixture
def house(monday):
    """A place with something every Monday from next week on, cancelled the second time."""
    venue = VenueFactory(slug="huset")
    activity = ActivityFactory(title="Kaffe", venue=venue)
    ScheduleFactory(activity=activity, starts_on=monday)
    DateExceptionFactory(activity=activity, original_date=monday + datetime.timedelta(days=7))
    return venue


def week(monday: datetime.date) -> str:
    year, number, _day = monday.isocalendar()
    return f"{year}-{number:02d}"


def test_this_week_without_anything_leads_on(client, house, monday):
    html = client.get(PLACE).content.decode()
    assert "Denne uge:" in html and "Næste uge:" in html
    assert html.count("Der er ikke noget på programmet den uge") == 1
    assert f'href="?uge={week(monday + datetime.timedelta(days=7))}#program"' in html
    assert "Ugerne før" in html


def test_a_week_by_its_number(client, house, monday):
    html = client.get(PLACE, {"uge": week(monday)}).content.decode()
    assert "Næste uge:" in html
    programme = html.partition('id="program"')[2].partition("</section>")[0]
    assert programme.count("Kl. 10-12") == 2 and programme.count(">Kaffe</a>") == 2
    first, _heading, second = programme.partition("<h3>Uge ")
    assert "Aflyst" not in first and "Aflyst: Huset er lukket." in second


@pytest.mark.parametrize("typed", ["9999-99", "i morgen", "\x00", "2026", "0000-00", "a" * 3000])
def test_an_absurd_week_is_this_one_and_said(client, house, typed):
    response = client.get(PLACE, {"uge": typed})
    assert response.status_code == 200
    assert "Den uge har vi ikke. Her er denne uge." in response.content.decode()


def test_few_queries_at_any_size(client, house, monday, django_assert_max_num_queries):
    client.get(PLACE)
    for size in (1, 20):
        for _ in range(size):
            ScheduleFactory(activity=ActivityFactory(venue=house), starts_on=monday)
        with django_assert_max_num_queries(12):
            client.get(PLACE, {"uge": week(monday)})
