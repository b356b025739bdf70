"""A slip from the finder's ticks to the short address, and its end."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.choices import Status
from catalogue.sharing.codes import code_of
from catalogue.sharing.sms import segments
from referral.actions.purge_slips import REMEMBERED, purge_slips
from referral.models import Slip
from tests.factories.catalogue import ActivityFactory, ScheduleFactory
from tests.factories.referral import SlipFactory

pytestmark = pytest.mark.django_db
MAKE = "/for-fagfolk/seddel/"


def codes(*activities):
    return [code_of(activity.uuid) for activity in activities]


def test_ticks_become_a_slip_in_their_order(client):
    first, second = ActivityFactory(title="Koret"), ActivityFactory(title="Gåturen")
    response = client.post(MAKE, {"a": codes(second, first), "sprog": "ar"})
    slip = Slip.objects.get()
    assert response["Location"] == f"/for-fagfolk/seddel/{slip.key}/"
    assert [entry.activity for entry in slip.entries.all()] == [second, first]
    assert slip.language == "ar"
    assert not response.cookies


def test_finder_leads_to_the_slip_with_the_first_three_ticked(client):
    for number in range(4):
        ActivityFactory(title=f"Kor {number}", interests=["kor"])
    html = client.get("/for-fagfolk/find/?kan_lide=kor&sprog=uk").content.decode()
    boxes = re.findall(r'<input type="checkbox"\s+name="a"\s+value="(\w+)"( checked)?>', html)
    assert [bool(checked) for _code, checked in boxes] == [True, True, True, False]
    assert 'name="sprog" value="uk"' in html
    assert "csrfmiddlewaretoken" not in html


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Sæt kryds"),
        ({"a": ["findes-ikke", "0000000"]}, "Sæt kryds"),
        ({"a": ["x"], "sprog": "klingon"}, "Sæt kryds"),
    ],
)
def test_nothing_to_make_a_slip_of_is_said_and_leads_back_to_the_same_question(client, data, words):
    response = client.post(MAKE, {**data, "fra": "alder=79&kan_lide=kor"})
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert 'href="/for-fagfolk/find/?alder=79&amp;kan_lide=kor"' in html
    assert not Slip.objects.exists()


def test_seventh_activity_is_too_many(client):
    response = client.post(MAKE, {"a": codes(*(ActivityFactory() for _number in range(7)))})
    assert "Fjern 1 kryds" in response.content.decode()
    assert not Slip.objects.exists()


def test_way_back_leads_nowhere_else(client):
    html = client.post(MAKE, {"fra": "//evil.example/"}).content.decode()
    assert 'href="/for-fagfolk/find/?//evil.example/"' in html


def test_too_many_slips_from_one_place_are_refused(client, monkeypatch):
    monkeypatch.setattr("referral.slips.views.MOST_FROM_ONE", 1)
    data = {"a": codes(ActivityFactory())}
    assert client.post(MAKE, data, REMOTE_ADDR="203.0.113.9").status_code == 302
    response = client.post(MAKE, data, REMOTE_ADDR="203.0.113.9")
    assert response.status_code == 429
    assert Slip.objects.count() == 1


def test_own_page_has_paper_messages_and_words_for_the_record(client):
    activity = ActivityFactory(title="Koret", contact_phone="00 11 22 33")
    slip = SlipFactory(activities=[activity])
    response = client.get(f"/for-fagfolk/seddel/{slip.key}/")
    html = response.content.decode()
    for paper in ("a4", "a5", "a4-stor"):
        assert f'href="/s/{slip.code}/{paper}.pdf"' in html
    texts = re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
    sms, mail, record = texts
    assert segments(sms) <= 2 and f"/s/{slip.code}" in sms and "00 11 22 33" in sms
    assert "Ring 00 11 22 33" in mail
    assert f"1. Koret ({code_of(activity.uuid)})" in record and slip.code in record
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies


def test_message_names_what_it_can_also_where_titles_are_long(client):
    long = ActivityFactory(title="Fællesspisning og hygge " * 8, contact_phone="00 11 22 33")
    slip = SlipFactory(activities=[long, ActivityFactory(title="Koret"), ActivityFactory(title="Krolf")])
    html = client.get(f"/for-fagfolk/seddel/{slip.key}/").content.decode()
    sms = re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)[0]
    assert segments(sms) <= 2
    assert "Fællesspisning og hygge" in sms and "00 11 22 33" in sms and "Koret" in sms and "Krolf" in sms


@pytest.mark.parametrize(
    "address", ["/s/%00", "/s/%00/a4.pdf", "/for-fagfolk/seddel/%00/", "/samtykke/%00/", "/svar-paa-henvisning/%00/"]
)
def test_address_that_is_no_text_leads_nowhere(client, address):
    assert client.get(address).status_code == 404


def test_own_page_is_reached_by_its_key_alone(client):
    slip = SlipFactory()
    assert client.get(f"/for-fagfolk/seddel/{slip.code}/").status_code == 404
    assert client.get(f"/s/{slip.key}").status_code == 404


def test_short_address_shows_the_list_and_is_found_by_nobody_else(client):
    activity = ActivityFactory(title="Koret", first_visit="Spørg efter Kirsten i døren.")
    slip = SlipFactory(activities=[activity], language="ar")
    response = client.get(f"/s/{slip.code}")
    html = response.content.decode()
    assert "Koret" in html and "Spørg efter Kirsten i døren." in html
    assert re.search(r'<span class="slip-theirs"\s+lang="ar"\s+dir="rtl">\s*متى\s*</span>', html)
    assert slip.key not in html
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert client.get(f"/s/{slip.code.upper()}/").status_code == 200


def test_short_address_that_is_withdrawn_or_expired_says_so(client):
    slip = SlipFactory()
    assert client.post(f"/for-fagfolk/seddel/{slip.key}/traek-tilbage/").status_code == 302
    response = client.get(f"/s/{slip.code}")
    assert response.status_code == 410
    assert "trukket den tilbage" in response.content.decode()
    assert client.get(f"/s/{slip.code}/a4.pdf").status_code == 410
    assert "Du har trukket den tilbage" in client.get(f"/for-fagfolk/seddel/{slip.key}/").content.decode()
    old = SlipFactory(created_at=timezone.now() - timedelta(days=31))
    response = client.get(f"/s/{old.code}")
    assert response.status_code == 410
    assert "for lang tid" in response.content.decode()


def test_slip_is_open_for_as_long_as_the_setting_says(client, settings):
    settings.SLIP_DAYS = 3
    client.post(MAKE, {"a": codes(ActivityFactory())})
    slip = Slip.objects.get()
    assert slip.expires_at - slip.created_at == timedelta(days=3)


def test_withdrawing_asks_for_a_post(client):
    slip = SlipFactory()
    assert client.get(f"/for-fagfolk/seddel/{slip.key}/traek-tilbage/").status_code == 405
    slip.refresh_from_db()
    assert slip.withdrawn_at is None


def test_what_is_taken_down_leaves_the_slip_and_what_has_stopped_says_so(client):
    gone = ActivityFactory(title="Væk", live=False)
    paused = ActivityFactory(title="Svømning", status=Status.PAUSED, status_note="Vandet er koldt")
    html = client.get(f"/s/{SlipFactory(activities=[gone, paused]).code}").content.decode()
    assert "Væk" not in html
    assert "Vandet er koldt" in html
    empty = client.get(f"/s/{SlipFactory(activities=[gone]).code}").content.decode()
    assert "findes ikke mere" in empty


@pytest.mark.parametrize("count", [1, 6])
def test_short_address_takes_few_queries(client, count, django_assert_max_num_queries):
    activities = [ActivityFactory() for _number in range(count)]
    for activity in activities:
        ScheduleFactory(activity=activity)
    slip = SlipFactory(activities=activities, language="ar")
    client.get(f"/s/{slip.code}")
    with django_assert_max_num_queries(12):
        client.get(f"/s/{slip.code}")


def test_slips_that_nobody_can_open_are_deleted_after_a_while():
    now = timezone.now()
    open_one = SlipFactory(created_at=now)
    SlipFactory(created_at=now - timedelta(days=30) - REMEMBERED)
    SlipFactory(created_at=now, withdrawn_at=now - REMEMBERED)
    just_over = SlipFactory(created_at=now - timedelta(days=31))
    assert purge_slips(now=now) == 2
    assert set(Slip.objects.all()) == {open_one, just_over}
