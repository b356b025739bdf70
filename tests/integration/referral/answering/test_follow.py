"""An organisation answers by the link in its mail, without a login."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from referral.actions.close_referral import close_referral
from referral.answering.links import token
from referral.life.choices import CloseReason, DeclineReason, Event, ReadKind, State
from referral.models import Referral, ReferralRead
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db


def address(entry) -> str:
    return f"/svar-paa-henvisning/{token(entry)}/"


def answer(client, entry, **typed):
    entry.referral.refresh_from_db()
    return client.post(address(entry), {"do": "svar", "version": entry.referral.version, **typed})


def test_opening_the_link_shows_and_writes_nothing(client, case):
    contact_for(case.referral, first_name="Gudrun")
    for ask in (client.get, client.head):
        response = ask(address(case.entry))
        assert response.status_code == 200
        assert case.entry.title not in response.content.decode() and "Gudrun" not in response.content.decode()
    assert not ReferralRead.objects.exists()
    case.entry.refresh_from_db()
    assert case.entry.state == State.NEW


def test_the_page_has_what_the_organisation_needs_and_no_cookie(client, case):
    response = client.post(address(case.entry), {"do": "se"})
    page = response.content.decode()
    assert case.entry.title in page and case.unit.name in page and "Korsør" in page
    assert case.other_entry.title not in page
    assert not response.cookies
    assert response["Cache-Control"] == "no-store, private" and response["Referrer-Policy"] == "no-referrer"
    read = ReferralRead.objects.get()
    assert (read.organisation, read.user, read.kind) == (case.organisation, None, ReadKind.CASE)


def test_the_contact_is_shown_only_while_it_is_wanted_and_needed(client, case):
    assert "Gudrun" not in client.post(address(case.entry), {"do": "se"}).content.decode()
    contact_for(case.referral, first_name="Gudrun")
    assert "Gudrun" in client.post(address(case.entry), {"do": "se"}).content.decode()
    assert ReferralRead.objects.first().kind == ReadKind.CONTACT
    case.referral.consents.filter(kind="kontaktes").update(withdrawn_at=timezone.now())
    assert "Gudrun" not in client.post(address(case.entry), {"do": "se"}).content.decode()
    case.referral.consents.update(withdrawn_at=None)
    case.referral.entries.filter(pk=case.entry.pk).update(state=State.CAME)
    assert "Gudrun" not in client.post(address(case.entry), {"do": "se"}).content.decode()


@pytest.mark.parametrize("to", [State.RECEIVED, State.CONTACTED, State.WAITING])
def test_an_answer_is_a_step_of_the_organisation(client, case, to):
    response = answer(client, case.entry, to=to, note="Vi ringer i morgen")
    assert response.status_code == 200 and "Tak" in response.content.decode()
    case.entry.refresh_from_db()
    assert case.entry.state == to
    step = case.referral.steps.get(event=Event.STEP)
    assert (step.organisation, step.by, step.note) == (case.organisation, None, "Vi ringer i morgen")


def test_a_no_needs_a_reason_and_shuts_the_link(client, case):
    response = answer(client, case.entry, to=State.DECLINED, note="Desværre")
    assert response.status_code == 422
    assert "hvorfor det ikke bliver til noget" in response.content.decode() and "Desværre" in response.content.decode()
    assert answer(client, case.entry, to=State.DECLINED, reason=DeclineReason.FULL).status_code == 200
    case.entry.refresh_from_db()
    assert (case.entry.state, case.entry.declined_reason) == (State.DECLINED, DeclineReason.FULL)
    for response in (client.get(address(case.entry)), client.post(address(case.entry), {"do": "se"})):
        assert response.status_code == 410
        assert case.unit.name not in response.content.decode()


def test_a_reason_is_left_out_where_it_is_no_no(client, case):
    assert answer(client, case.entry, to=State.RECEIVED, reason=DeclineReason.FULL).status_code == 200


def test_a_step_that_the_table_does_not_have_is_refused(client, case):
    assert answer(client, case.entry, to=State.GOES_ON).status_code == 422
    assert answer(client, case.entry, to="noget andet").status_code == 422
    case.entry.refresh_from_db()
    assert case.entry.state == State.NEW


def test_a_civil_number_is_refused_and_what_was_typed_stays(client, case):
    response = answer(client, case.entry, to=State.CONTACTED, note="Hun er 010203-1234, venlig")
    assert response.status_code == 422
    assert "CPR-nummer" in response.content.decode() and "venlig" in response.content.decode()
    assert not case.referral.steps.filter(event=Event.STEP).exists()


def test_whoever_is_second_is_told_and_loses_nothing(client, case):
    seen = case.referral.version
    answer(client, case.entry, to=State.RECEIVED)
    typed = {"do": "svar", "version": seen, "to": State.CONTACTED, "note": "Talte med hende"}
    response = client.post(address(case.entry), typed)
    page = response.content.decode()
    assert response.status_code == 409
    assert "imens" in page and "Talte med hende" in page and 'value="2"' in page
    case.entry.refresh_from_db()
    assert case.entry.state == State.RECEIVED


def test_a_closed_referral_is_not_shown(client, case):
    now = timezone.now()
    close_referral(referral=case.referral, reason=CloseReason.ENOUGH, by=case.referrer, version=1, now=now)
    assert client.post(address(case.entry), {"do": "se"}).status_code == 410
    assert answer(client, case.entry, to=State.CONTACTED).status_code == 410


def test_another_organisations_link_answers_only_for_its_own(client, case):
    page = client.post(address(case.other_entry), {"do": "se"}).content.decode()
    assert case.other_entry.title in page and case.entry.title not in page


def test_a_link_dies_when_the_activity_changes_hands(client, case):
    link = address(case.entry)
    case.entry.organisation = case.other
    case.entry.save(update_fields=["organisation"])
    assert client.post(link, {"do": "se"}).status_code == 410


@pytest.mark.parametrize("spoil", ["short", "guessed", "changed"])
def test_a_link_that_is_not_ours_is_no_link(client, case, spoil):
    real = token(case.entry)
    said = {"short": real[:-4], "guessed": "1-1", "changed": real.replace(f"{case.entry.pk}-", "999-", 1)}[spoil]
    for ask in (client.get, client.post):
        assert ask(f"/svar-paa-henvisning/{said}/").status_code == 404


def test_an_old_link_shows_nothing_and_sends_a_new_one_to_the_known_address(client, case, mailoutbox, monkeypatch):
    case.organisation.email = "kor@forening.example"
    case.organisation.save()
    with monkeypatch.context() as then:
        then.setattr("time.time", lambda: (timezone.now() - datetime.timedelta(days=61)).timestamp())
        link = address(case.entry)
    assert client.get(link).status_code == 410
    assert case.entry.title not in client.post(link, {"do": "se"}).content.decode()
    assert client.post(link, {"do": "svar", "to": State.RECEIVED, "version": 1}).status_code == 410
    assert client.post(link, {"do": "nyt-link"}).status_code == 200
    assert client.post(link, {"do": "nyt-link"}).status_code == 429
    assert [mail.to for mail in mailoutbox] == [["kor@forening.example"]]
    new = next(line for line in mailoutbox[0].body.split() if "/svar-paa-henvisning/" in line)
    shown = client.post(new[new.index("/svar-") :], {"do": "se"})
    assert case.entry.title in shown.content.decode()


def test_the_places_left_are_kept(client, case):
    case.activity.places_left = 0
    case.activity.save()
    assert client.post(address(case.entry), {"do": "pladser", "number": "mange"}).status_code == 422
    assert client.post(address(case.entry), {"do": "pladser", "number": "3"}).status_code == 200
    case.activity.refresh_from_db()
    assert case.activity.places_left == 3


def test_more_places_than_there_are_is_refused_with_words(client, case):
    case.activity.capacity = 5
    case.activity.save()
    response = client.post(address(case.entry), {"do": "pladser", "number": "6"})
    assert response.status_code == 422 and "kun 5 pladser" in response.content.decode()


def test_the_page_asks_little_of_the_database(client, case, django_assert_max_num_queries):
    contact_for(case.referral)
    client.post(address(case.entry), {"do": "se"})
    with django_assert_max_num_queries(30):
        client.post(address(case.entry), {"do": "se"})


def test_the_place_in_the_line_is_shown(client, case):
    now = timezone.now()
    Referral.objects.filter(pk=case.referral.pk).update(version=1)
    case.referral.entries.filter(pk=case.entry.pk).update(state=State.WAITING, since=now)
    assert "Nummer 1 på ventelisten" in client.post(address(case.entry), {"do": "se"}).content.decode()
