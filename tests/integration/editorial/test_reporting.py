"""A reader tells that something is wrong."""

from datetime import timedelta

import pytest
from django.urls import reverse

from catalogue.choices import Status
from editorial import throttling
from editorial.models import ErrorReport
from tests.factories.catalogue import ActivityFactory

TYPED = {"kind": "tid", "words": "Det er om onsdagen.", "contact": "kirsten@post.example", "homepage": ""}


@pytest.fixture
def send(client, activity, ticket_aged):
    """A function that sends the form, a minute after it was opened."""

    def sent(age=timedelta(minutes=1), about=None, **changes):
        about = about or activity
        data = {**TYPED, "ticket": ticket_aged(about, age), **changes}
        return client.post(reverse("editorial:report", args=[about.uuid]), data, follow=True)

    return sent


def test_activity_leads_to_the_form(client, activity):
    address = reverse("editorial:report", args=[activity.uuid])
    assert f'href="{address}"' in client.get(activity.get_absolute_url()).content.decode()
    form = client.get(address)
    assert "Koret på Kanten" in form.content.decode()
    assert form.cookies == {}


def test_report_reaches_the_queue(send, activity):
    response = send()
    assert response.redirect_chain == [("tak/", 302)]
    assert "Tak for hjælpen" in response.content.decode()
    report = ErrorReport.objects.get()
    assert (report.activity, report.kind, report.words) == (activity, "tid", TYPED["words"])
    assert (report.contact, report.status, report.handled_by) == (TYPED["contact"], "ny", None)
    assert response.cookies == {}


def test_sending_twice_makes_one_report(send):
    send()
    send()
    assert ErrorReport.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": ""}, "Vælg, hvad der er galt."),
        ({"kind": "opdigtet"}, "Vælg, hvad der er galt."),
        ({"kind": "andet", "words": " "}, "Skriv, hvad der er galt."),
        ({"words": "Mit CPR er 010203-1234"}, "Det ligner et CPR-nummer."),
        ({"contact": "0102031234"}, "Det ligner et CPR-nummer."),
        ({"words": "a" * 1001}, "Skriv højst 1000 tegn."),
        ({"contact": "a" * 121}, "Skriv kun et telefonnummer"),
        ({"homepage": "https://spam.example"}, "Lad feltet med hjemmesiden være tomt."),
    ],
)
def test_what_cannot_be_sent_is_said_and_nothing_is_lost(send, changes, message):
    response = send(**changes)
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert "autofocus" in html
    for name in ("words", "contact", "homepage"):
        assert {**TYPED, **changes}[name].strip() in html
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("age", [timedelta(0), timedelta(hours=25)])
def test_ticket_too_new_or_too_old_asks_once_more(send, age):
    response = send(age=age)
    assert response.status_code == 422
    assert TYPED["words"] in response.content.decode()
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("ticket", ["", "opdigtet", "opdigtet:1:2"])
def test_forged_ticket_is_refused(send, ticket):
    assert send(ticket=ticket).status_code == 422
    assert not ErrorReport.objects.exists()


def test_ticket_of_another_activity_is_refused(send, ticket_aged):
    other = ticket_aged(ActivityFactory(), timedelta(minutes=1))
    assert send(ticket=other).status_code == 422


def test_unknown_and_unpublished_activities_have_no_form(client, db):
    draft = ActivityFactory(live=False)
    for uuid in (draft.uuid, "00000000-0000-4000-8000-000000000000"):
        assert client.get(reverse("editorial:report", args=[uuid])).status_code == 404


def test_what_has_ended_can_be_reported_too(client, db):
    ended = ActivityFactory(status=Status.ENDED)
    assert client.get(reverse("editorial:report", args=[ended.uuid])).status_code == 200


def test_too_many_from_one_place_are_asked_to_wait(send, monkeypatch):
    for number in range(throttling.MOST_FROM_ONE):
        send(words=f"Fejl {number}")
    response = send(words="En til")
    assert response.status_code == 429
    assert "En til" in response.content.decode()
    assert ErrorReport.objects.count() == throttling.MOST_FROM_ONE


def test_address_of_the_visitor_is_neither_kept_nor_believed_from_a_header(rf, settings, monkeypatch):
    keys: list[str] = []
    monkeypatch.setattr("accounts.visitors.throttling._counted", lambda key: keys.append(key) or 1)
    for forwarded in ("203.0.113.1", "203.0.113.2"):
        throttling.may_report(rf.post("/", REMOTE_ADDR="198.51.100.7", headers={"X-Forwarded-For": forwarded}))
    assert keys[0] == keys[2]
    assert not any("198.51" in key or "203.0" in key for key in keys)
    settings.TRUSTED_PROXIES = 1
    for forwarded in ("203.0.113.1", "evil, 203.0.113.1", "203.0.113.2"):
        throttling.may_report(rf.post("/", REMOTE_ADDR="198.51.100.7", headers={"X-Forwarded-For": forwarded}))
    assert keys[4] == keys[6] != keys[8]


def test_form_takes_few_queries(client, activity, django_assert_max_num_queries):
    address = reverse("editorial:report", args=[activity.uuid])
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)
