"""Cancelling, pausing and counting places, by the requests an editor's browser sends."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from catalogue.choices import Status
from catalogue.models import Activity
from tests.factories.catalogue import ActivityFactory, ResponsibilityFactory, ScheduleFactory
from tests.factories.desk import somebody

LIST = "wagtailsnippets_catalogue_activity"


@pytest.fixture
def coming() -> datetime.datetime:
    """Next week's Monday at ten."""
    today = timezone.localdate()
    return datetime.datetime.combine(today + datetime.timedelta(days=7 - today.weekday()), datetime.time(10))


@pytest.fixture
def entry(db: None) -> Activity:
    entry = ActivityFactory(title="Kaffe", capacity=10, places_left=3)
    ScheduleFactory(activity=entry)
    return entry


@pytest.fixture
def association(entry: Activity, client: Client) -> Client:
    """Somebody of the association that runs the entry, whose words wait for approval."""
    user: User = somebody(Role.ASSOCIATION)
    ResponsibilityFactory(user=user, organisation=entry.organisation)
    client.force_login(user)
    return client


def address(name: str, entry: Activity, **kwargs: object) -> str:
    return reverse(f"{LIST}:{name}", kwargs={"pk": entry.pk, **kwargs})


def fresh(entry: Activity) -> Activity:
    return Activity.objects.get(pk=entry.pk)


def said(response: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_an_association_cancels_a_date_and_visitors_see_it(
    association: Client, entry: Activity, coming: datetime.datetime
):
    dates = association.get(address("dates", entry)).content.decode()
    there = address("cancel_date", entry, start=coming)
    assert there in dates
    response = association.post(there, {"reason": "Lederen er syg."})
    assert response["Location"] == address("dates", entry)
    assert "Aflyst: mandag" in said(response)
    page = Client().get(entry.get_absolute_url()).content.decode()
    assert "Lederen er syg." in page
    assert not fresh(entry).has_unpublished_changes


def test_a_date_is_moved_and_then_as_planned(association: Client, entry: Activity, coming: datetime.datetime):
    there = address("move_date", entry, start=coming)
    to = coming + datetime.timedelta(days=2)
    association.post(there, {"day": to.date().isoformat(), "clock": "14:30", "reason": "Vi skal stemme."})
    row = entry.date_exceptions.get()
    assert (row.moved_to_date, row.moved_to_time) == (to.date(), datetime.time(14, 30))
    restore = address("restore_date", entry, start=coming)
    assert restore in association.get(address("dates", entry)).content.decode()
    association.post(restore)
    assert not entry.date_exceptions.exists()


def test_what_was_typed_stays_when_something_is_wrong(association: Client, entry: Activity, coming: datetime.datetime):
    there = address("move_date", entry, start=coming)
    response = association.post(there, {"day": "2026-01-05", "clock": "14:30", "reason": "Vi skal stemme."})
    html = response.content.decode()
    assert "Det tidspunkt er allerede gået" in html
    assert 'value="Vi skal stemme."' in html
    assert 'value="14:30"' in html
    assert not entry.date_exceptions.exists()
    response = association.post(there, {"day": "i morgen", "clock": "halv tre", "reason": ""})
    for words in ("dag, måned og år", "timer og minutter", "Skriv hvorfor"):
        assert words in response.content.decode()


def test_a_date_that_is_none_leads_to_those_there_are(association: Client, entry: Activity, coming: datetime.datetime):
    response = association.get(address("cancel_date", entry, start=coming + datetime.timedelta(hours=1)))
    assert response["Location"] == address("dates", entry)
    assert "ingen gang på det tidspunkt" in said(response)


def test_pausing_and_going_on(association: Client, entry: Activity):
    assert "Skriv hvorfor" in association.post(address("pause", entry), {"reason": ""}).content.decode()
    until = timezone.localdate() + datetime.timedelta(days=30)
    association.post(address("pause", entry), {"reason": "Ferie.", "until": until.isoformat()})
    assert (fresh(entry).status, fresh(entry).paused_until) == (Status.PAUSED, until)
    assert "på pause, så ingen ser datoerne" in association.get(address("dates", entry)).content.decode()
    association.post(address("resume", entry))
    assert fresh(entry).status == Status.ACTIVE


def test_ending_and_confirming(association: Client, entry: Activity):
    association.post(address("verify", entry), {"who": "Formanden"})
    assert (fresh(entry).verified_on, fresh(entry).verified_by) == (timezone.localdate(), "Formanden")
    association.post(address("end", entry), {"reason": "Huset er solgt."})
    assert (fresh(entry).status, fresh(entry).status_note) == (Status.ENDED, "Huset er solgt.")
    response = association.post(address("pause", entry), {"reason": "Ferie."})
    assert "Aktiviteten er ophørt" in response.content.decode()


def test_a_place_fewer_with_one_press_in_the_list(association: Client, entry: Activity):
    here = reverse(f"{LIST}:list") + "?q=kaffe"
    assert f'action="{address("places", entry)}"' in association.get(here).content.decode()
    response = association.post(address("places", entry), {"more": "-1", "next": here})
    assert response["Location"] == here
    assert fresh(entry).places_left == 2
    assert "2 ledige pladser" in said(response)


def test_places_by_number(association: Client, entry: Activity):
    assert "En plads mere" in association.get(address("places", entry)).content.decode()
    response = association.post(address("places", entry), {"number": "11"})
    assert "kun 10 pladser i alt" in response.content.decode()
    assert 'value="11"' in response.content.decode()
    association.post(address("places", entry), {"number": ""})
    assert fresh(entry).places_left is None


def test_nobody_is_sent_elsewhere(association: Client, entry: Activity):
    response = association.post(address("places", entry), {"more": "1", "next": "https://ondt.example/"})
    assert response["Location"] == address("places", entry)


@pytest.mark.parametrize("name", ["dates", "pause", "resume", "end", "verify", "places"])
def test_what_is_not_public_is_changed_in_its_form(association: Client, entry: Activity, name: str):
    Activity.objects.filter(pk=entry.pk).update(live=False)
    response = association.post(address(name, entry))
    assert response["Location"] == address("edit", entry)
    assert "kan ikke se aktiviteten endnu" in said(response)


def test_another_associations_entry_is_not_theirs(association: Client, coming: datetime.datetime):
    other = ActivityFactory()
    ScheduleFactory(activity=other)
    for name in ("dates", "pause", "places"):
        assert association.get(address(name, other)).status_code in (302, 403)
    association.post(address("cancel_date", other, start=coming), {"reason": "Ha."})
    association.post(address("places", other), {"number": "5"})
    assert not other.date_exceptions.exists()
    assert fresh(other).places_left is None


def test_the_ways_are_in_the_form_and_in_the_list(association: Client, entry: Activity):
    for page in (reverse(f"{LIST}:list"), address("edit", entry)):
        html = association.get(page).content.decode()
        for name in ("dates", "verify", "places", "pause", "end"):
            assert address(name, entry) in html
        assert address("resume", entry) not in html


def test_the_list_asks_no_more_for_more_entries(admin: Client, entry: Activity):
    admin.get(reverse(f"{LIST}:list"))
    with CaptureQueriesContext(connection) as few:
        admin.get(reverse(f"{LIST}:list"))
    ActivityFactory.create_batch(5, places_left=2)
    with CaptureQueriesContext(connection) as many:
        admin.get(reverse(f"{LIST}:list"))
    assert len(many) == len(few)


def test_an_anonymous_visitor_is_asked_to_sign_in(entry: Activity, client: Client):
    response = client.post(address("places", entry), {"number": "5"})
    assert response["Location"].startswith("/admin/login/")
