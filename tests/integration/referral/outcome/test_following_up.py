"""Asking how it goes, and what comes of it."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format

from referral.actions.withdraw_consent import withdraw_consent
from referral.life.choices import Company, ConsentKind, Decision, Event, ReadKind, State
from referral.models import Consent, FollowUp, Outcome, Referral, ReferralActivity, ReferralRead, ReferralStep
from referral.outcome.due import months_after, question_of, questions_for
from tests.factories.referral_cases import ReferralFactory, contact_for

pytestmark = pytest.mark.django_db
LIST = "/henvisninger/opfoelgning/"
TODAY = timezone.localdate


def came(referral, days_ago: int, state=State.GOES_ON) -> None:
    """The person of the referral came for the first time so many days ago, at noon: near midnight, and past a change of
    the clock, so many times 24 hours ago is another day.
    """
    day = TODAY() - datetime.timedelta(days=days_ago)
    at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    entry = referral.entries.first()
    ReferralActivity.objects.filter(pk=entry.pk).update(state=state, since=at)
    ReferralStep.objects.create(referral=referral, entry=entry, event=Event.STEP, to_state=State.CAME, at=at)


def consent(referral, kind) -> Consent:
    return Consent.objects.create(
        referral=referral, kind=kind, given_at=timezone.now(), wording="Ja", wording_version=1
    )


@pytest.fixture
def going(case):
    """The case of somebody who came for the first time 40 days ago."""
    came(case.referral, 40)
    contact_for(case.referral, first_name="Gudrun")
    return case


@pytest.fixture
def worker(client, going):
    client.force_login(going.network)
    return client


def send(client, referral, **typed):
    version = Referral.objects.values_list("version", flat=True).get(pk=referral.pk)
    answers = {"version": version, "company": Company.ACQUAINTANCE, "decision": Decision.GOES_ON, **typed}
    return client.post(f"{LIST}{referral.code}/", answers)


def test_whoever_closes_is_told_of_the_question_that_nobody_will_ask(worker, going):
    address = f"/henvisninger/{going.referral.code}/afslut/"
    day = date_format(question_of(going.referral, TODAY()).day, "j. F Y")
    assert f"Der skal spørges, hvordan det går, den {day}." in worker.get(address).content.decode()
    going.referral.steps.all().delete()
    assert "Der skal spørges" not in worker.get(address).content.decode(), "the person has not come yet"


@pytest.mark.parametrize(
    ("days", "asked", "month"),
    [(10, [], 1), (40, [], 1), (100, [], 3), (100, [1], 3), (40, [1], 3), (200, [1], 6), (200, [3], 6)],
)
def test_the_question_is_the_latest_that_is_due(case, days, asked, month):
    came(case.referral, days)
    for one in asked:
        FollowUp.objects.create(
            referral=case.referral, at=timezone.now(), month=one, decision=Decision.GOES_ON, company=Company.NOBODY
        )
    assert question_of(case.referral, TODAY()).month == month


def test_nobody_is_asked_before_they_came_nor_after_the_last(case):
    assert question_of(case.referral, TODAY()) is None
    came(case.referral, 400)
    FollowUp.objects.create(
        referral=case.referral, at=timezone.now(), month=6, decision=Decision.ENDS, company=Company.RELATION
    )
    assert question_of(case.referral, TODAY()) is None


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [("2026-01-31", 1, "2026-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2026-12-05", 1, "2027-01-05")],
)
def test_months_after(day, months, then):
    assert months_after(datetime.date.fromisoformat(day), months).isoformat() == then


def test_the_list_has_what_is_due_and_what_comes_soon_and_no_name(worker, going):
    soon, later = ReferralFactory(unit=going.unit), ReferralFactory(unit=going.unit)
    came(soon, 25)
    came(later, 3)
    page = worker.get(LIST).content.decode()
    assert page.index("Spørg nu") < page.index(going.referral.code) < page.index("Snart") < page.index(soon.code)
    assert later.code not in page and "Gudrun" not in page


def test_the_list_asks_as_much_whatever_its_length(going, django_assert_num_queries):
    for user in (going.network,):
        list(questions_for(user, TODAY()))
        with django_assert_num_queries(3):
            questions_for(user, TODAY())
        for _number in range(4):
            came(ReferralFactory(unit=going.unit), 40)
        with django_assert_num_queries(3):
            assert len(questions_for(user, TODAY())) == 5


def test_an_answer_is_kept_and_the_next_question_is_the_next_date(worker, going):
    response = send(worker, going.referral, attended="4", note="Glad for koret")
    assert response["Location"] == LIST
    written, outcome = FollowUp.objects.get(), Outcome.objects.get()
    assert (written.month, written.company, written.attended, written.by) == (
        1,
        Company.ACQUAINTANCE,
        4,
        going.network,
    )
    assert (outcome.attended, outcome.company) == (4, Company.ACQUAINTANCE)
    going.referral.refresh_from_db()
    assert going.referral.next_on == months_after(TODAY() - datetime.timedelta(days=40), 3)
    assert going.referral.steps.filter(event=Event.FOLLOWED_UP, detail=Decision.GOES_ON).exists()
    assert going.referral.code not in worker.get(LIST).content.decode()


def test_times_are_added_and_what_is_not_known_changes_nothing(worker, going):
    send(worker, going.referral, attended="4")
    send(worker, going.referral, attended="", company=Company.UNKNOWN)
    send(worker, going.referral, attended="2", company=Company.RELATION)
    outcome = Outcome.objects.get()
    assert (outcome.attended, outcome.company) == (6, Company.RELATION)
    assert [one.month for one in FollowUp.objects.all()] == [1, None, None]


def test_the_answers_are_unreadable_in_the_database(worker, going):
    consent(going.referral, ConsentKind.TILS)
    send(worker, going.referral, company=Company.RELATION, note="Mistede sin mand", tils_before="8")
    rows = ""
    with connection.cursor() as cursor:
        for table in ("referral_followup", "referral_outcome"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            rows += str(cursor.fetchall())
    assert "mand" not in rows and Company.RELATION not in rows and "'8'" not in rows


def test_tils_is_asked_only_with_consent(worker, going):
    assert "T-ILS" not in worker.get(f"{LIST}{going.referral.code}/").content.decode()
    send(worker, going.referral, tils_before="8")
    assert Outcome.objects.get().tils_before == ""
    consent(going.referral, ConsentKind.TILS)
    assert "T-ILS" in worker.get(f"{LIST}{going.referral.code}/").content.decode()
    send(worker, going.referral, tils_before="8", tils_after="5")
    outcome = Outcome.objects.get()
    assert (outcome.tils_before, outcome.tils_after) == ("8", "5")


def test_the_numbers_go_with_the_yes_to_them(going):
    consent(going.referral, ConsentKind.TILS)
    Outcome.objects.create(referral=going.referral, company=Company.RELATION, tils_before="8", tils_after="5")
    withdraw_consent(referral=going.referral, kind=ConsentKind.TILS, by=None, now=timezone.now())
    outcome = Outcome.objects.get()
    assert (outcome.tils_before, outcome.tils_after, outcome.company) == ("", "", Company.RELATION)


@pytest.mark.parametrize("number", ["2", "10", "mange"])
def test_a_number_that_is_no_tils_is_refused(worker, going, number):
    consent(going.referral, ConsentKind.TILS)
    response = send(worker, going.referral, tils_after=number, note="Husk mig")
    assert response.status_code == 422
    assert "fra 3 til 9" in response.content.decode() and "Husk mig" in response.content.decode()
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize(
    ("decision", "to"),
    [
        (Decision.ENDS, "/henvisninger/{code}/afslut/"),
        (Decision.CHANGES, "/henvisninger/{code}/flere/"),
        (Decision.GOES_ON, LIST),
    ],
)
def test_what_was_decided_is_the_next_thing_to_do(worker, going, decision, to):
    response = send(worker, going.referral, decision=decision)
    assert response["Location"].startswith(to.format(code=going.referral.code))


def test_nothing_is_kept_before_the_person_came(client, case):
    client.force_login(case.network)
    page = client.get(f"{LIST}{case.referral.code}/").content.decode()
    assert "ikke kommet endnu" in page and '<form method="post" novalidate' not in page
    assert send(client, case.referral).status_code == 409
    assert not FollowUp.objects.exists()


def test_a_closed_referral_is_not_asked_about(worker, going):
    Referral.objects.update(closed_at=timezone.now(), close_reason="godt_nok")
    assert going.referral.code not in worker.get(LIST).content.decode()
    assert send(worker, going.referral).status_code == 409


def test_two_who_ask_at_once(worker, going):
    response = send(worker, going.referral, version=99, note="Talte længe")
    assert response.status_code == 409
    assert "imens" in response.content.decode() and "Talte længe" in response.content.decode()


def test_reading_it_is_written_down(worker, going):
    worker.get(f"{LIST}{going.referral.code}/")
    assert ReferralRead.objects.get().kind == ReadKind.CONTACT


def test_an_answer_is_written_once(going):
    written = FollowUp.objects.create(
        referral=going.referral, at=timezone.now(), decision=Decision.ENDS, company=Company.NOBODY
    )
    with pytest.raises(RuntimeError):
        written.save()


@pytest.mark.parametrize(
    "who",
    ["another unit", "another organisation", "another area's network worker", "another area's coordinator", "own"],
)
def test_strangers_and_organisations_ask_nobody(client, going, who):
    client.force_login(going.association if who == "own" else going.strangers[who])
    assert client.get(f"{LIST}{going.referral.code}/").status_code == 404
    assert send(client, going.referral).status_code == 404
    assert going.referral.code not in client.get(LIST).content.decode()
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("guess", ["0000000000000", "x"])
def test_a_guessed_code_is_nobodys(worker, guess):
    assert worker.get(f"{LIST}{guess}/").status_code == 404
