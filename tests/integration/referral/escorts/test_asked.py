"""Whoever is asked to go along answers by the link in their mail."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from referral.actions.arrange_escort import move_escort
from referral.actions.close_referral import close_referral
from referral.actions.withdraw_consent import withdraw_consent
from referral.answering.links import token as answering_token
from referral.escorts.choices import EscortState
from referral.escorts.links import token
from referral.life.choices import CloseReason, ConsentKind, Event, ReadKind, State
from referral.models import Escort, EscortArrangement, Referral, ReferralRead
from tests.factories.catalogue import OrganisationFactory

from .conftest import DOOR

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def address(made) -> str:
    return f"/svar-om-foelgeskab/{token(made)}/"


def press(client, made, do="se", **typed):
    version = EscortArrangement.objects.values_list("version", flat=True).get(pk=made.pk)
    return client.post(address(made), {"do": do, "version": version, **typed})


def link_in(mail) -> str:
    word = next(word for word in mail.body.split() if "/svar-om-foelgeskab/" in word)
    return word[word.index("/svar-om") :]


def version_of(case) -> int:
    return Referral.objects.values_list("version", flat=True).get(pk=case.referral.pk)


def move(case, to, **values):
    return move_escort(
        arrangement=case.made, to=to, by=case.network, version=version_of(case), now=timezone.now(), **values
    )


def test_whoever_is_asked_gets_one_mail_with_a_link_and_no_word_of_the_person(asked, client):
    assert [mail.to for mail in asked.mails] == [["venner@forening.example"]]
    mail = asked.mails[0]
    said = f"{mail.subject} {mail.body} {mail.extra_headers}"
    for secret in ("Gudrun", "58 12 34 56", "Algade", asked.activity.title, "Korsør", asked.referral.code):
        assert secret not in said
    page = client.post(link_in(mail), {"do": "se"})
    assert page.status_code == 200 and asked.activity.title in page.content.decode()


def test_opening_the_link_shows_and_writes_nothing(asked, client):
    for ask in (client.get, client.head):
        response = ask(address(asked.made))
        assert response.status_code == 200 and asked.activity.title not in response.content.decode()
    assert not ReferralRead.objects.exists()
    assert EscortArrangement.objects.get().state == EscortState.ASSIGNED


def test_before_a_yes_there_is_no_door_and_nobody_by_name(asked, client):
    response = press(client, asked.made)
    page = response.content.decode()
    assert "Korsør" in page and asked.activity.title in page and "13.30" in page and "Gå med" in page
    for secret in (DOOR, "Gudrun", "58 12 34 56"):
        assert secret not in page
    assert not response.cookies
    assert response["Cache-Control"] == "no-store, private" and response["Referrer-Policy"] == "no-referrer"
    read = ReferralRead.objects.get()
    assert (read.escort, read.user, read.kind) == (asked.escort, None, ReadKind.CASE)


def test_a_yes_is_kept_and_shows_the_door(asked, client, fresh):
    response = press(client, asked.made, "ja")
    page = response.content.decode()
    assert response.status_code == 200
    assert DOOR in page and "Gudrun" in page and "58 12 34 56" in page
    made = fresh()
    assert made.state == EscortState.CONFIRMED and made.answered_at is not None
    step = asked.referral.steps.get(event=Event.ESCORT, detail=EscortState.CONFIRMED)
    assert (step.escort, step.by) == (asked.escort, None)
    assert ReferralRead.objects.first().kind == ReadKind.CONTACT


def test_coordinator_and_team_see_who_has_read_and_answered(asked, client):
    press(client, asked.made, "ja")
    client.force_login(asked.coordinator)
    assert "Følgevennerne" in client.get("/henvisninger/laesninger/").content.decode()
    log = client.get(f"/henvisninger/{asked.referral.code}/").content.decode()
    assert "Følgevennerne" in log[log.index("case-log") :]


def test_the_name_is_gone_when_the_yes_to_be_contacted_is(asked, client, ledger):
    press(client, asked.made, "ja")
    withdraw_consent(referral=asked.referral, kind=ConsentKind.CONTACTED, by=None, now=timezone.now())
    page = press(client, asked.made).content.decode()
    for secret in (DOOR, "Gudrun", "58 12 34 56"):
        assert secret not in page
    assert "slettet" in page


def test_the_name_and_the_door_are_gone_the_day_after(asked, client):
    press(client, asked.made, "ja")
    EscortArrangement.objects.update(meets_at=timezone.now() - 24 * HOUR)
    page = press(client, asked.made).content.decode()
    for secret in (DOOR, "Gudrun", "58 12 34 56"):
        assert secret not in page


def test_a_no_needs_somebody_else_and_the_owner_hears_of_it(asked, client, fresh, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert press(client, asked.made, "nej").status_code == 200
    made = fresh()
    assert (made.state, made.escort) == (EscortState.PROPOSED, None)
    asked.referral.refresh_from_db()
    assert asked.referral.next_on == timezone.localdate()
    mail = asked.mails[-1]
    assert mail.to == [asked.network.email] and len(asked.mails) == 2
    assert f"/henvisninger/foelgeskab/{asked.referral.code}/1/" in mail.body
    for secret in ("Gudrun", "Følgevennerne", asked.activity.title):
        assert secret not in f"{mail.subject} {mail.body}"
    assert client.get(f"/svar-om-foelgeskab/{token(asked.made)}/").status_code == 410


def test_a_yes_can_be_taken_back_while_it_is_ahead(asked, client, fresh):
    press(client, asked.made, "ja")
    assert press(client, asked.made, "nej").status_code == 200
    assert fresh().state == EscortState.PROPOSED


def test_afterwards_it_is_told_that_they_went(asked, client, fresh):
    press(client, asked.made, "ja")
    assert press(client, asked.made, "fulgtes").status_code == 409, "it has not been yet"
    EscortArrangement.objects.update(meets_at=timezone.now() - HOUR)
    assert press(client, asked.made, "fulgtes", evaluation="Hyggeligt").status_code == 200
    made = fresh()
    assert (made.state, made.evaluation, made.entry.state) == (EscortState.DONE, "Hyggeligt", State.CAME)
    assert press(client, asked.made).status_code == 410


def test_what_came_to_nothing_has_a_reason(asked, client, fresh, django_capture_on_commit_callbacks):
    EscortArrangement.objects.update(state=EscortState.CONFIRMED, meets_at=timezone.now() - HOUR)
    response = press(client, asked.made, "ikke")
    assert response.status_code == 422 and "hvorfor" in response.content.decode()
    refused = press(client, asked.made, "ikke", evaluation="Hun er 010190-1234, venlig")
    assert refused.status_code == 422 and "CPR" in refused.content.decode() and "venlig" in refused.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert press(client, asked.made, "ikke", evaluation="Ingen lukkede op").status_code == 200
    made = fresh()
    assert (made.state, made.evaluation, made.entry.state) == (
        EscortState.NOT_DONE,
        "Ingen lukkede op",
        State.CONTACTED,
    )
    assert asked.mails[-1].to == [asked.network.email]


def test_what_has_been_changed_meanwhile_is_told_and_nothing_is_lost(asked, client, fresh):
    EscortArrangement.objects.update(state=EscortState.CONFIRMED, meets_at=timezone.now() - HOUR, version=7)
    response = client.post(address(asked.made), {"do": "ikke", "version": 6, "evaluation": "Ingen lukkede op"})
    page = response.content.decode()
    assert response.status_code == 409 and "imens" in page and "Ingen lukkede op" in page and 'value="7"' in page
    assert fresh().state == EscortState.CONFIRMED


def test_a_yes_to_what_another_has_been_given_is_too_late(asked, client):
    link, other = address(asked.made), Escort.objects.create(organisation=OrganisationFactory(), helps=("gaa",))
    other.areas.set([asked.area])
    move(asked, EscortState.PROPOSED)
    move(asked, EscortState.ASSIGNED, escort=other)
    for response in (client.get(link), client.post(link, {"do": "ja", "version": 1})):
        assert response.status_code == 410
        assert asked.activity.title not in response.content.decode()
    assert EscortArrangement.objects.get().escort == other


def test_nothing_is_shown_of_a_closed_referral(asked, client):
    link = address(asked.made)
    close_referral(
        referral=asked.referral,
        reason=CloseReason.MOVED,
        by=asked.network,
        version=version_of(asked),
        now=timezone.now(),
    )
    assert client.post(link, {"do": "se"}).status_code == 410
    assert EscortArrangement.objects.get().state == EscortState.NOT_DONE


def test_a_forgotten_referral_leads_to_nothing(asked, client, ledger):
    link = address(asked.made)
    withdraw_consent(referral=asked.referral, kind=ConsentKind.REFERRED, by=None, now=timezone.now())
    assert client.post(link, {"do": "ja", "version": 1}).status_code == 410


@pytest.mark.parametrize("spoil", ["short", "guessed", "changed", "another kind"])
def test_a_link_that_is_not_ours_is_no_link(asked, client, spoil):
    real = token(asked.made)
    said = {
        "short": real[:-4],
        "guessed": "1-1",
        "changed": real.replace(f"{asked.made.pk}-", "999-", 1),
        "another kind": answering_token(asked.entry),
    }[spoil]
    for ask in (client.get, client.post):
        assert ask(f"/svar-om-foelgeskab/{said}/").status_code == 404


def test_a_link_for_another_escort_is_over(asked, client):
    other = Escort.objects.create(organisation=OrganisationFactory(), helps=("gaa",))
    asked.made.escort = other
    assert client.post(address(asked.made), {"do": "se"}).status_code == 410


def test_an_old_link_shows_nothing_and_sends_a_new_one_once_an_hour(
    asked, client, monkeypatch, django_capture_on_commit_callbacks
):
    with monkeypatch.context() as then:
        then.setattr("time.time", lambda: (timezone.now() - datetime.timedelta(days=61)).timestamp())
        link = address(asked.made)
    assert client.get(link).status_code == 410
    assert client.post(link, {"do": "ja", "version": 1}).status_code == 410
    assert client.post(link, {"do": "nyt-link"}).status_code == 429, "the first mail has just been sent"
    EscortArrangement.objects.update(told_at=timezone.now() - 2 * HOUR)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(link, {"do": "nyt-link"}).status_code == 200
        assert client.post(link, {"do": "nyt-link"}).status_code == 429
    assert [mail.to for mail in asked.mails] == [["venner@forening.example"]] * 2
    assert client.post(link_in(asked.mails[-1]), {"do": "se"}).status_code == 200


def test_the_page_asks_little_of_the_database(asked, client, django_assert_max_num_queries):
    press(client, asked.made, "ja")
    link = address(asked.made)
    client.post(link, {"do": "se"})
    with django_assert_max_num_queries(20):
        client.post(link, {"do": "se"})
