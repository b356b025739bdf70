"""Whoever has signed in sees what they are asked to go along to, and nobody else's."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from accounts.roles import Role
from referral.escorts.choices import EscortState
from referral.life.choices import Event
from referral.models import Escort, EscortArrangement, ReferralRead
from tests.factories.referral_cases import UnitFactory, member_of, responsible_for

from .conftest import DOOR

pytestmark = pytest.mark.django_db
MINE = "/henvisninger/foelgeskab/mine/"


def make_it_of(case, **who) -> None:
    escort = Escort.objects.create(helps=("gaa",), **who)
    EscortArrangement.objects.update(escort=escort)


@pytest.mark.parametrize("who", ["user", "unit", "organisation"])
def test_those_who_are_asked_see_and_answer_it(asked, client, fresh, who):
    if who == "organisation":
        user = responsible_for(Role.ASSOCIATION, asked.escort.organisation)
    elif who == "unit":
        unit = UnitFactory()
        user = member_of(unit)
        make_it_of(asked, unit=unit)
    else:
        user = responsible_for(Role.NETWORK_WORKER)
        make_it_of(asked, user=user)
    client.force_login(user)
    page = client.get(MINE).content.decode()
    one = f"{MINE}{asked.made.pk}/"
    assert asked.activity.title in page and one in page and "Algade" not in page and "Gudrun" not in page
    assert DOOR not in client.get(one).content.decode()
    answered = client.post(one, {"do": "ja", "version": fresh().version})
    assert answered.status_code == 302 and answered["Location"] == one
    assert DOOR in client.get(one).content.decode()
    assert fresh().state == EscortState.CONFIRMED
    assert asked.referral.steps.get(event=Event.ESCORT, detail=EscortState.CONFIRMED).by == user
    assert ReferralRead.objects.first().user == user


@pytest.mark.parametrize(
    "who", ["another unit", "another organisation", "another area's network worker", "another area's coordinator"]
)
def test_strangers_see_and_answer_nothing(asked, client, fresh, who):
    client.force_login(asked.strangers[who])
    assert asked.activity.title not in client.get(MINE).content.decode()
    one = f"{MINE}{asked.made.pk}/"
    assert client.get(one).status_code == 404
    assert client.post(one, {"do": "ja", "version": 1}).status_code == 404
    assert fresh().state == EscortState.ASSIGNED


def test_whoever_follows_the_person_answers_for_nobody_else(asked, client):
    client.force_login(asked.network)
    assert client.get(f"{MINE}{asked.made.pk}/").status_code == 404


def test_a_no_leads_back_to_the_list(asked, client, fresh):
    client.force_login(responsible_for(Role.ASSOCIATION, asked.escort.organisation))
    response = client.post(f"{MINE}{asked.made.pk}/", {"do": "nej", "version": 1})
    assert response["Location"] == MINE
    assert fresh().state == EscortState.PROPOSED
    assert "Ingen har spurgt dig" in client.get(MINE).content.decode()


def test_the_list_leads_there(asked, client):
    client.force_login(responsible_for(Role.ASSOCIATION, asked.escort.organisation))
    assert MINE in client.get("/henvisninger/foelgeskab/").content.decode()
    client.force_login(asked.network)
    assert MINE not in client.get("/henvisninger/foelgeskab/").content.decode()


def test_the_list_asks_little_of_the_database(asked, client, django_assert_max_num_queries):
    client.force_login(responsible_for(Role.ASSOCIATION, asked.escort.organisation))
    EscortArrangement.objects.update(meets_at=timezone.now() - datetime.timedelta(hours=3))
    client.get(MINE)
    with django_assert_max_num_queries(20):
        assert "Fortæl, hvordan det gik" in client.get(MINE).content.decode()
