"""Ringing whoever did not come."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from accounts.roles import Role
from referral.life.choices import Event, ReadKind, State
from referral.models import Referral, ReferralActivity, ReferralRead
from referral.noshow.choices import Outcome
from referral.noshow.due import to_ring
from tests.factories.catalogue import ScheduleFactory
from tests.factories.referral_cases import ReferralFactory, contact_for, responsible_for

pytestmark = pytest.mark.django_db
LIST = "/henvisninger/ring-op/"


@pytest.fixture
def absent(case):
    """The case with the first activity not come to, and a yes to be contacted."""
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.ABSENT)
    contact_for(case.referral, first_name="Gudrun", phone="58 12 34 56")
    case.entry.refresh_from_db()
    return case


@pytest.fixture
def worker(client, absent):
    client.force_login(absent.network)
    return client


def address(case) -> str:
    return f"{LIST}{case.referral.code}/{case.entry.position + 1}/"


def press(client, case, outcome, **typed):
    version = Referral.objects.values_list("version", flat=True).get(pk=case.referral.pk)
    return client.post(address(case), {"version": version, "outcome": outcome, "note": "", "again_on": "", **typed})


def test_the_list_has_who_did_not_come_and_no_name(worker, absent):
    page = worker.get(LIST).content.decode()
    assert absent.referral.code[:5].upper() in page and absent.entry.title in page
    assert "Gudrun" not in page and "58 12 34 56" not in page
    assert not ReferralRead.objects.exists()


def test_whoever_is_rung_later_stands_apart(worker, absent):
    later = timezone.localdate() + datetime.timedelta(days=3)
    Referral.objects.update(next_on=later)
    page = worker.get(LIST).content.decode()
    assert "Ring senere" in page and "ingen at ringe til lige nu" in page


def test_the_most_urgent_is_first(absent):
    late = ReferralFactory(
        unit=absent.unit, activities__state=State.ABSENT, next_on=timezone.localdate() - datetime.timedelta(days=2)
    )
    assert [entry.referral for entry in to_ring(absent.network)] == [late, absent.referral]


def test_what_is_closed_is_not_rung(absent):
    Referral.objects.update(closed_at=timezone.now(), close_reason="godt_nok")
    assert not to_ring(absent.network).exists()


def test_the_list_asks_the_same_of_the_database_whatever_its_length(worker, absent, django_assert_max_num_queries):
    worker.get(LIST)
    for _number in range(5):
        ReferralFactory(unit=absent.unit, activities__state=State.ABSENT)
    with django_assert_max_num_queries(20):
        worker.get(LIST)


def test_the_call_has_the_telephone_and_what_to_say(worker, absent):
    page = worker.get(address(absent)).content.decode()
    assert "Ring til Gudrun" in page and "tel:" in page
    assert "Hej Gudrun" in page and absent.network.first_name in page
    read = ReferralRead.objects.get()
    assert (read.user, read.kind) == (absent.network, ReadKind.CONTACT)


def test_without_a_yes_to_be_contacted_the_unit_is_rung(worker, absent):
    absent.referral.consents.filter(kind="kontaktes").update(withdrawn_at=timezone.now())
    page = worker.get(address(absent)).content.decode()
    assert "Gudrun" not in page and "tel:5" not in page and absent.unit.name in page


def test_whoever_comes_next_time_is_looked_at_the_day_after_it(worker, absent):
    ScheduleFactory(activity=absent.activity)
    response = press(worker, absent, Outcome.COMES, note="Havde ondt i ryggen")
    assert response.status_code == 302 and response["Location"] == LIST
    absent.entry.refresh_from_db()
    assert absent.entry.state == State.CONTACTED
    step = absent.referral.steps.get(event=Event.STEP)
    assert step.note == "Ringet op: Kommer næste gang. Havde ondt i ryggen"
    absent.referral.refresh_from_db()
    assert absent.referral.next_on > timezone.localdate()


def test_whoever_wants_something_else_leads_to_more_proposals(worker, absent):
    response = press(worker, absent, Outcome.OTHER)
    assert response["Location"] == f"/henvisninger/{absent.referral.code}/flere/"
    absent.entry.refresh_from_db()
    absent.referral.refresh_from_db()
    assert absent.entry.state == State.STOPPED
    assert absent.referral.next_on == timezone.localdate() + datetime.timedelta(days=1)


def test_no_answer_is_rung_again_another_day(worker, absent):
    again = timezone.localdate() + datetime.timedelta(days=2)
    assert press(worker, absent, Outcome.NO_ANSWER, again_on=again.isoformat())["Location"] == LIST
    absent.entry.refresh_from_db()
    absent.referral.refresh_from_db()
    assert (absent.entry.state, absent.referral.next_on) == (State.ABSENT, again)
    assert [step.event for step in absent.referral.steps.all()] == [Event.NEXT_DATE, Event.NOTE]


def test_no_answer_without_a_day_keeps_what_was_typed(worker, absent):
    response = press(worker, absent, Outcome.NO_ANSWER, note="Prøvede to gange")
    assert response.status_code == 422
    assert "Vælg, hvornår du ringer igen" in response.content.decode()
    assert "Prøvede to gange" in response.content.decode()
    assert not absent.referral.steps.exists()


def test_the_page_proposes_a_day_to_ring_again(worker, absent):
    assert 'name="again_on" value="20' in worker.get(address(absent)).content.decode()


def test_whoever_does_not_want_to_leads_to_the_case(worker, absent):
    response = press(worker, absent, Outcome.NOT_WANTED)
    assert response["Location"] == f"/henvisninger/{absent.referral.code}/"
    absent.entry.refresh_from_db()
    assert absent.entry.state == State.STOPPED


def test_a_civil_number_is_refused(worker, absent):
    response = press(worker, absent, Outcome.COMES, note="010203-1234")
    assert response.status_code == 422 and "CPR" in response.content.decode()


def test_two_who_ring_at_once(worker, absent):
    response = worker.post(address(absent), {"version": 99, "outcome": Outcome.COMES, "note": "Talte med hende"})
    assert response.status_code == 409
    assert "imens" in response.content.decode() and "Talte med hende" in response.content.decode()


def test_whoever_is_rung_already_leads_to_the_case(worker, absent):
    press(worker, absent, Outcome.COMES)
    assert worker.get(address(absent))["Location"] == f"/henvisninger/{absent.referral.code}/"


@pytest.mark.parametrize("who", ["another unit", "another area's network worker", "another area's coordinator"])
def test_strangers_find_nobody(client, absent, who):
    client.force_login(absent.strangers[who])
    assert absent.entry.title not in client.get(LIST).content.decode()
    for response in (client.get(address(absent)), press(client, absent, Outcome.COMES)):
        assert response.status_code == 404
    absent.entry.refresh_from_db()
    assert absent.entry.state == State.ABSENT


@pytest.mark.parametrize("which", ["association", "another organisation"])
def test_organisations_do_not_ring(client, absent, which):
    client.force_login(absent.association if which == "association" else absent.strangers[which])
    assert absent.referral.code not in client.get(LIST).content.decode()
    for response in (client.get(address(absent)), press(client, absent, Outcome.COMES)):
        assert response.status_code == 404


def test_guessed_codes_and_places_are_nobodys(worker, absent):
    for guess in ("0000000000000", "x", absent.referral.code[:-1]):
        assert worker.get(f"{LIST}{guess}/1/").status_code == 404
    assert worker.get(f"{LIST}{absent.referral.code}/9/").status_code in (302, 404)


def test_nobody_signs_in_by_role_alone(client, absent):
    assert client.get(LIST)["Location"].startswith("/konto/log-ind/")
    client.force_login(responsible_for(Role.EDITOR))
    assert client.get(LIST).status_code == 403
    assert client.get(address(absent)).status_code == 403
