"""A place that is freed: whoever has waited longest is next, and their owner hears of it once."""

from __future__ import annotations

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import Role
from catalogue.actions.set_places_left import set_places_left
from referral.actions.close_referral import close_referral
from referral.actions.forget import forget_referral
from referral.actions.free_places import count_places, give_on, give_on_all
from referral.actions.step_referral import step_referral
from referral.answering.links import token
from referral.life.choices import CloseReason, DeclineReason, ForgottenWhy, State
from referral.models import Referral, ReferralActivity, WaitingLine
from tests.factories.referral_cases import ReferralFactory, responsible_for

pytestmark = pytest.mark.django_db


def step(case, entry, to, **values):
    entry.refresh_from_db()
    version = Referral.objects.values_list("version", flat=True).get(pk=entry.referral_id)
    with case.committed():
        step_referral(entry=entry, to=to, by=case.network, version=version, now=timezone.now(), **values)


def close(case, referral, reason):
    referral.refresh_from_db()
    with case.committed():
        close_referral(referral=referral, reason=reason, by=case.network, version=referral.version, now=timezone.now())


def count(case, number):
    with case.committed():
        count_places(activity=case.activity, number=number, by=None, now=timezone.now())


def test_whoever_stops_makes_room_for_whoever_has_waited_longest(line):
    step(line, line.entry, State.STOPPED)
    assert line.told() == line.owners[:1]
    assert line.marked() == [True, False, False]
    mail = line.mails[0]
    assert f"/henvisninger/{line.waiting[0].referral.code}/" in mail.body
    assert line.activity.title not in f"{mail.subject} {mail.body}"


def test_each_place_is_told_of_once(line):
    step(line, line.entry, State.STOPPED)
    for _run in range(2):
        with line.committed():
            call_command("tell_waiting")
            give_on(activity=line.activity.pk, now=timezone.now())
    assert line.told() == line.owners[:1]


@pytest.mark.parametrize(
    ("state", "reason", "freed"),
    [
        (State.CONTACTED, DeclineReason.NOT_WANTED, True),
        (State.ESCORT, DeclineReason.NOT_WANTED, True),
        (State.CONTACTED, DeclineReason.FULL, False),
        (State.NEW, DeclineReason.NOT_WANTED, False),
        (State.RECEIVED, DeclineReason.OTHER, False),
    ],
)
def test_a_no_makes_room_where_there_was_a_place(line, state, reason, freed):
    ReferralActivity.objects.filter(pk=line.entry.pk).update(state=state)
    step(line, line.entry, State.DECLINED, reason=reason)
    assert line.told() == (line.owners[:1] if freed else [])


@pytest.mark.parametrize(
    ("state", "reason", "freed"),
    [
        (State.CAME, CloseReason.MOVED, True),
        (State.GOES_ON, CloseReason.NOT_WANTED, True),
        (State.ABSENT, CloseReason.UNREACHABLE, True),
        (State.GOES_ON, CloseReason.GOES_ON, False),
        (State.CAME, CloseReason.ENOUGH, False),
        (State.STOPPED, CloseReason.MOVED, False),
    ],
)
def test_closing_makes_room_unless_they_go_on_coming(line, state, reason, freed):
    ReferralActivity.objects.filter(pk=line.entry.pk).update(state=state)
    close(line, line.referral, reason)
    assert line.told() == (line.owners[:1] if freed else [])


def test_a_forgotten_referral_makes_room(line, tmp_path, settings):
    settings.FORGET_LEDGER = str(tmp_path / "forgotten.jsonl")
    with line.committed():
        forget_referral(referral=line.referral, why=ForgottenWhy.WITHDRAWN, now=timezone.now())
    assert line.told() == line.owners[:1]


def test_the_word_goes_on_when_whoever_was_told_wants_no_place(line):
    step(line, line.entry, State.STOPPED)
    step(line, line.waiting[0], State.DECLINED, reason=DeclineReason.NOT_WANTED)
    assert line.told() == line.owners[:2]


def test_the_place_is_taken_by_whoever_was_told(line):
    step(line, line.entry, State.STOPPED)
    step(line, line.waiting[0], State.CONTACTED)
    assert line.told() == line.owners[:1] and line.marked() == [False, False, False]


def test_whoever_gives_up_waiting_frees_nothing(line):
    step(line, line.waiting[0], State.DECLINED, reason=DeclineReason.NOT_WANTED)
    close(line, line.waiting[1].referral, CloseReason.MOVED)
    assert line.told() == []


def test_as_many_are_told_as_there_are_places_more(line):
    count(line, 2)
    assert line.told() == line.owners[:2]
    count(line, 2)
    count(line, 3)
    assert line.told() == line.owners


def test_a_place_that_is_freed_and_then_counted_is_one(line):
    step(line, line.entry, State.STOPPED)
    count(line, 1)
    assert line.told() == line.owners[:1]


def test_a_place_that_is_counted_and_then_freed_is_one(line):
    count(line, 1)
    step(line, line.entry, State.STOPPED)
    assert line.told() == line.owners[:1]


def test_a_number_that_is_lowered_takes_the_word_back(line):
    count(line, 2)
    count(line, 1)
    assert line.marked() == [True, False, False]
    count(line, 0)
    assert line.marked() == [False, False, False]
    count(line, 1)
    assert line.told() == [*line.owners[:2], line.owners[0]]


def test_a_number_raised_elsewhere_is_seen_by_the_clock(line):
    set_places_left(entry=line.activity, number=1, by=None)
    assert line.told() == []
    with line.committed():
        call_command("tell_waiting")
    assert line.told() == line.owners[:1]


def test_what_was_left_undone_by_a_killed_process_is_done_by_the_clock(line):
    line.entry.referral.refresh_from_db()
    # The callbacks after the transaction never run.
    step_referral(entry=line.entry, to=State.STOPPED, by=line.network, version=1, now=timezone.now())
    assert WaitingLine.objects.get().freed == 1 and line.told() == []
    with line.committed():
        assert give_on_all(now=timezone.now()) == 1
    assert line.told() == line.owners[:1] and WaitingLine.objects.get().freed == 0


def test_nobody_who_waits_is_nobody_told(line):
    for entry in line.waiting:
        entry.referral.delete()
    step(line, line.entry, State.STOPPED)
    count(line, 2)
    assert line.told() == []


def test_what_was_free_before_anybody_waited_frees_nothing(case, mailoutbox, django_capture_on_commit_callbacks):
    case.activity.places_left = 2
    case.activity.save()
    with django_capture_on_commit_callbacks(execute=True):
        step_referral(entry=case.entry, to=State.WAITING, by=case.network, version=1, now=timezone.now())
        give_on_all(now=timezone.now())
    assert WaitingLine.objects.get().places_seen == 2 and not mailoutbox


def test_a_line_that_was_there_before_is_begun_by_the_clock(line):
    WaitingLine.objects.all().delete()
    with line.committed():
        give_on_all(now=timezone.now())
        assert line.told() == []
        set_places_left(entry=line.activity, number=1, by=None)
        give_on_all(now=timezone.now())
    assert line.told() == line.owners[:1]


def test_where_the_owner_has_left_the_coordinator_is_told(line):
    owner = line.waiting[0].referral.owner
    owner.is_active = False
    owner.save()
    step(line, line.entry, State.STOPPED)
    assert line.told() == [line.coordinator.email] and line.marked() == [True, False, False]


def test_the_owners_list_has_it_first_with_a_mark(line, client):
    soon = ReferralFactory(unit=line.unit, next_on=timezone.localdate() - datetime.timedelta(days=3))
    step(line, line.entry, State.STOPPED)
    client.force_login(line.waiting[0].referral.owner)
    for page in ("/henvisninger/", "/henvisninger/?vis=venter"):
        html = client.get(page).content.decode()
        assert html.count("<strong") and html.count("Der er måske plads</strong>") == 1
        first = html.index(line.waiting[0].referral.code)
        assert all(first < html.index(code) for code in (soon.code, line.waiting[1].referral.code) if code in html)
    case_page = client.get(f"/henvisninger/{line.waiting[0].referral.code}/").content.decode()
    assert "På venteliste: der er måske plads" in case_page
    assert "Spørg arrangøren" in client.get("/henvisninger/venteliste/").content.decode()


def test_strangers_see_no_mark(line, client):
    step(line, line.entry, State.STOPPED)
    client.force_login(line.strangers["another unit"])
    assert "måske plads" not in client.get("/henvisninger/").content.decode()


def test_the_organisation_sees_who_is_next_by_number_only(line, client):
    where = f"/svar-paa-henvisning/{token(line.entry)}/"
    page = client.post(where, {"do": "se"}).content.decode()
    assert "3 venter på en plads." in page and "Nummer 1 er den næste." in page
    with line.committed():
        assert client.post(where, {"do": "pladser", "number": "2"}).status_code == 200
    page = client.post(where, {"do": "se"}).content.decode()
    assert "Nummer 1, 2 er de næste" in page
    for entry in line.waiting:
        assert entry.referral.code not in page and entry.referral.code[:5].upper() not in page
        assert str(entry.referral.owner) not in page
    assert line.told() == line.owners[:2]


def test_another_organisation_sees_no_line_but_its_own(line, client):
    page = client.post(f"/svar-paa-henvisning/{token(line.other_entry)}/", {"do": "se"}).content.decode()
    assert "venter på en plads" not in page
    client.force_login(responsible_for(Role.ASSOCIATION, line.other))
    assert line.waiting[0].referral.code not in client.get("/henvisninger/venteliste/").content.decode()
