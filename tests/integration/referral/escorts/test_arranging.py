"""Somebody goes along the first time: who could, who is asked, and what comes of it."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.utils import timezone

from accounts.roles import Role
from referral.escorts.choices import NEXT, OPEN, EscortState, Help, free_time_of
from referral.escorts.proposals import is_walkable, proposals_for, walking_km
from referral.life.choices import Event, State
from referral.models import Escort, EscortArrangement, Referral, ReferralActivity, ReferralRead
from tests.factories.catalogue import AreaFactory, OrganisationFactory
from tests.factories.referral_cases import ReferralFactory, UnitFactory, member_of, responsible_for

pytestmark = pytest.mark.django_db
LIST = "/henvisninger/foelgeskab/"
AHEAD = timezone.localtime().replace(hour=13, minute=30, second=0, microsecond=0) + datetime.timedelta(days=3)


def escort_of(area, *, helps=(Help.WALK,), free=(), **who) -> Escort:
    escort = Escort.objects.create(helps=helps, free=free, **(who or {"organisation": OrganisationFactory()}))
    escort.areas.set([area])
    return escort


@pytest.fixture
def ready(case):
    """The case talked about, in an area whose middle is known, with the home care as an escort."""
    case.area.latitude, case.area.longitude = 55.33, 11.14
    case.area.save()
    venue = case.activity.venue
    venue.latitude, venue.longitude = 55.331, 11.142
    venue.save()
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.CONTACTED)
    case.escort = escort_of(case.area, unit=case.unit)
    case.entry.refresh_from_db()
    return case


@pytest.fixture
def worker(client, ready):
    client.force_login(ready.network)
    return client


def address(case) -> str:
    return f"{LIST}{case.referral.code}/{case.entry.position + 1}/"


def send(client, case, **typed):
    version = Referral.objects.values_list("version", flat=True).get(pk=case.referral.pk)
    return client.post(address(case), {"version": version, **typed})


def arrange(client, case, **typed):
    given = {
        "do": "gem",
        "day": AHEAD.date().isoformat(),
        "clock": "13.30",
        "help_": Help.WALK,
        "from_where": "Ved døren, Algade 7",
        "escort": "",
        **typed,
    }
    return send(client, case, **given)


def state(case) -> str:
    return ReferralActivity.objects.values_list("state", flat=True).get(pk=case.entry.pk)


@pytest.mark.parametrize(
    ("moment", "slot"), [("2026-11-30T09:00", "1f"), ("2026-11-30T12:00", "1e"), ("2026-12-06T17:30", "7a")]
)
def test_free_time_of(moment, slot):
    assert free_time_of(datetime.datetime.fromisoformat(moment)) == slot


def test_whoever_helps_and_has_time_and_is_near_is_first(ready):
    slot = free_time_of(AHEAD)
    far = AreaFactory(parent=ready.area, latitude=55.40, longitude=11.30)
    free = escort_of(ready.area, free=(slot,))
    free_far = escort_of(far, free=(slot,))
    other_day = escort_of(ready.area, free=("1f" if slot != "1f" else "2f",))
    drives = escort_of(ready.area, helps=(Help.DRIVE,), free=(slot,))
    found = [one.escort for one in proposals_for(ready.entry, AHEAD, Help.WALK)]
    assert found == [free, free_far, ready.escort, other_day, drives]


def test_whoever_goes_elsewhere_or_cannot_be_asked_is_not_proposed(ready):
    escort_of(AreaFactory())
    Escort.objects.filter(pk=escort_of(ready.area).pk).update(active=False)
    assert [one.escort for one in proposals_for(ready.entry, AHEAD, Help.WALK)] == [ready.escort]


def test_whoever_goes_with_somebody_else_then_is_busy(ready):
    other = ReferralFactory(unit=ready.unit, activities__state=State.ESCORT)
    EscortArrangement.objects.create(
        entry=other.entries.get(),
        created_at=timezone.now(),
        from_where="Her",
        meets_at=AHEAD + datetime.timedelta(hours=1),
        help=Help.WALK,
        escort=ready.escort,
        state=EscortState.ASSIGNED,
    )
    assert [one.free for one in proposals_for(ready.entry, AHEAD, Help.WALK)] == [False]
    later = AHEAD + datetime.timedelta(days=1)
    assert [one.free for one in proposals_for(ready.entry, later, Help.WALK)] == [None]


def test_a_place_within_the_setting_is_marked(worker, ready, settings):
    km = walking_km(ready.entry)
    assert km == pytest.approx(0.168, abs=0.01)
    assert "hjemmeplejen kan gå med" in worker.get(address(ready)).content.decode()
    settings.REFERRAL_ESCORT_METRES = 100
    assert not is_walkable(km) and not is_walkable(None)
    assert "hjemmeplejen kan gå med" not in worker.get(address(ready)).content.decode()


def test_an_arrangement_waits_for_an_answer(worker, ready):
    assert arrange(worker, ready, escort=ready.escort.pk)["Location"] == LIST
    made = EscortArrangement.objects.get()
    assert (made.state, made.escort, made.by, made.meets_at) == (
        EscortState.ASSIGNED,
        ready.escort,
        ready.network,
        AHEAD,
    )
    assert state(ready) == State.ESCORT
    ready.referral.refresh_from_db()
    assert ready.referral.next_on == AHEAD.date() - datetime.timedelta(days=1)
    page = worker.get(LIST).content.decode()
    assert "Hør, om de kan" in page and ready.referral.code in page and "Algade" not in page


def test_nobody_found_yet_is_for_today(worker, ready):
    arrange(worker, ready)
    assert EscortArrangement.objects.get().state == EscortState.PROPOSED
    ready.referral.refresh_from_db()
    assert ready.referral.next_on == timezone.localdate()
    assert send(worker, ready, to=EscortState.ASSIGNED).status_code == 422
    assert send(worker, ready, to=EscortState.ASSIGNED, escort=ready.escort.pk).status_code == 302
    made = EscortArrangement.objects.get()
    assert (made.state, made.escort) == (EscortState.ASSIGNED, ready.escort)


def test_from_asked_to_carried_out(worker, ready):
    arrange(worker, ready, escort=ready.escort.pk)
    assert send(worker, ready, to=EscortState.CONFIRMED).status_code == 302
    ready.referral.refresh_from_db()
    assert ready.referral.next_on == AHEAD.date() + datetime.timedelta(days=1)
    early = send(worker, ready, to=EscortState.DONE, evaluation="Hyggeligt")
    assert early.status_code == 422 and "Hyggeligt" in early.content.decode()
    EscortArrangement.objects.update(meets_at=timezone.now() - datetime.timedelta(hours=2))
    assert "Hvordan gik det?" in worker.get(LIST).content.decode()
    assert send(worker, ready, to=EscortState.DONE, evaluation="Hyggeligt").status_code == 302
    made = EscortArrangement.objects.get()
    assert (made.state, made.evaluation, state(ready)) == (EscortState.DONE, "Hyggeligt", State.CAME)
    assert ready.referral.code not in worker.get(LIST).content.decode()


def test_what_came_to_nothing_is_arranged_anew(worker, ready):
    arrange(worker, ready, escort=ready.escort.pk)
    send(worker, ready, to=EscortState.NOT_DONE, evaluation="Blev syg")
    ready.referral.refresh_from_db()
    assert state(ready) == State.CONTACTED
    assert ready.referral.next_on == timezone.localdate() + datetime.timedelta(days=1)
    assert arrange(worker, ready, escort=ready.escort.pk).status_code == 302
    assert EscortArrangement.objects.count() == 2


def test_somebody_else_is_found(worker, ready):
    arrange(worker, ready, escort=ready.escort.pk)
    send(worker, ready, to=EscortState.PROPOSED)
    made = EscortArrangement.objects.get()
    assert (made.state, made.escort) == (EscortState.PROPOSED, None)


@pytest.mark.parametrize("before", OPEN)
def test_only_the_tables_steps_are_taken(worker, ready, before):
    arrange(worker, ready, escort=ready.escort.pk)
    EscortArrangement.objects.update(state=before, meets_at=timezone.now() - datetime.timedelta(hours=1))
    others = [to for to in EscortState if to not in NEXT[before]]
    assert others
    for to in others:
        assert send(worker, ready, to=to, escort=ready.escort.pk).status_code == 409
    assert EscortArrangement.objects.get().state == before


def test_asking_who_could_keeps_nothing_and_loses_nothing(worker, ready):
    response = arrange(worker, ready, do="se", from_where="Ved døren", clock="")
    page = response.content.decode()
    assert response.status_code == 200 and "Ved døren" in page and str(ready.escort) in page
    assert not EscortArrangement.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"clock": "snart"}, "klokkeslæt"),
        ({"from_where": ""}, "hvor I mødes"),
        ({"day": "2020-01-01"}, "har været"),
        ({"from_where": "010203-1234"}, "CPR"),
        ({"escort": "99999"}, "fra listen"),
    ],
    ids=["clock", "where", "past", "civil number", "escort"],
)
def test_what_cannot_be_read_is_told(worker, ready, typed, words):
    response = arrange(worker, ready, **typed)
    assert response.status_code == 422 and words in response.content.decode()
    assert not EscortArrangement.objects.exists()


def test_an_escort_of_another_area_cannot_be_chosen(worker, ready):
    assert arrange(worker, ready, escort=escort_of(AreaFactory()).pk).status_code == 422


def test_nobody_goes_along_before_somebody_has_talked(worker, ready):
    ReferralActivity.objects.filter(pk=ready.entry.pk).update(state=State.NEW)
    assert "talt med personen" in worker.get(address(ready)).content.decode()
    assert arrange(worker, ready).status_code == 409


def test_two_who_arrange_at_once(worker, ready):
    response = arrange(worker, ready, version=99)
    assert response.status_code == 409 and "Algade 7" in response.content.decode()


def test_where_they_meet_is_unreadable_in_the_database_and_the_log(worker, ready):
    arrange(worker, ready, escort=ready.escort.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM referral_escortarrangement")
        assert "Algade" not in str(cursor.fetchall())
    assert all("Algade" not in f"{step.detail} {step.note}" for step in ready.referral.steps.all())
    assert ready.referral.steps.filter(event=Event.ESCORT, detail=EscortState.ASSIGNED).exists()


def test_reading_it_is_written_down(worker, ready):
    worker.get(address(ready))
    assert ReferralRead.objects.get().user == ready.network


@pytest.mark.parametrize(
    "who",
    ["another unit", "another organisation", "another area's network worker", "another area's coordinator", "own"],
)
def test_strangers_and_organisations_arrange_nothing(client, ready, who):
    client.force_login(ready.association if who == "own" else ready.strangers[who])
    assert client.get(address(ready)).status_code == 404
    assert arrange(client, ready).status_code == 404
    assert not EscortArrangement.objects.exists()


@pytest.mark.parametrize("guess", ["0000000000000/1", "x/1"])
def test_a_guessed_code_is_nobodys(worker, guess):
    assert worker.get(f"{LIST}{guess}/").status_code == 404


def test_a_place_that_is_not_there_is_nobodys(worker, ready):
    assert worker.get(f"{LIST}{ready.referral.code}/9/").status_code == 404


def test_the_list_of_a_stranger_has_nobody(client, ready):
    client.force_login(ready.network)
    arrange(client, ready, escort=ready.escort.pk)
    client.force_login(ready.strangers["another area's network worker"])
    assert ready.referral.code not in client.get(LIST).content.decode()


REGISTRY = f"{LIST}foelgere/"


def register(client, address_=f"{REGISTRY}ny/", **typed):
    return client.post(address_, {"who": "mig", "helps": [Help.BUS], "free": ["1f"], "active": "on", **typed})


def test_somebody_registers_themselves(worker, ready):
    assert register(worker, areas=[ready.area.pk])["Location"] == REGISTRY
    escort = Escort.objects.get(user=ready.network)
    assert (escort.helps, escort.free, list(escort.areas.all())) == ((Help.BUS,), ("1f",), [ready.area])
    assert "Tage bussen sammen" in worker.get(REGISTRY).content.decode()
    assert register(worker, areas=[ready.area.pk], helps=[Help.WALK]).status_code == 302
    assert Escort.objects.get(user=ready.network).helps == (Help.WALK,)


def test_a_member_registers_the_unit_where_it_works(client, ready):
    client.force_login(ready.referrer)
    Escort.objects.all().delete()
    assert register(client, who=f"enhed-{ready.unit.pk}", areas=[ready.area.pk]).status_code == 302
    assert Escort.objects.get().unit == ready.unit


def test_an_organisation_of_the_area_is_registered_by_those_who_follow(worker, ready):
    ready.activity.areas.set([ready.area])
    ready.activity.save()
    who = f"arrangoer-{ready.organisation.pk}"
    assert register(worker, who=who, areas=[ready.area.pk]).status_code == 302
    assert Escort.objects.filter(organisation=ready.organisation).exists()


def test_nothing_is_registered_outside_ones_areas_or_for_strangers(worker, ready):
    elsewhere, unit = AreaFactory(), UnitFactory()
    for typed in ({"areas": [elsewhere.pk]}, {"who": f"enhed-{unit.pk}", "areas": [ready.area.pk]}, {"areas": []}):
        assert register(worker, **typed).status_code == 422
    assert Escort.objects.count() == 1


def test_an_escort_is_edited_only_by_those_who_may(client, ready):
    edit = f"{REGISTRY}{ready.escort.pk}/"
    for who in (member_of(UnitFactory()), responsible_for(Role.NETWORK_WORKER, AreaFactory()), ready.association):
        client.force_login(who)
        assert client.get(edit).status_code == 404
        assert register(client, edit, areas=[ready.area.pk]).status_code == 404
    client.force_login(ready.referrer)
    assert client.get(edit).status_code == 200
    assert register(client, edit, areas=[ready.area.pk], active="").status_code == 302
    ready.escort.refresh_from_db()
    assert not ready.escort.active
