"""Proposing more to somebody who has been referred."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from catalogue.sharing.codes import code_of
from referral.actions.add_activities import TooMany, add_activities
from referral.actions.changing import NotAllowed, Outdated
from referral.life.choices import Event, ReadKind, State, UnitKind
from referral.models import MOST_ENTRIES
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def more(case):
    """Something that the finder proposes where the person lives."""
    return ActivityFactory(title="Krolf på plænen", delivery=("hjemme",), venue=None, areas=[case.area])


def address(case):
    return reverse("cases:add", kwargs={"code": case.referral.code})


def text(response) -> str:
    return " ".join(response.content.decode().split())


def send(client, case, *activities, version=1):
    return client.post(address(case), {"version": version, "a": [code_of(one.uuid) for one in activities]})


def test_what_is_ticked_comes_after_what_is_there_and_its_organisation_is_told(
    case, more, client, mailoutbox, django_capture_on_commit_callbacks
):
    more.organisation.email = "krolf@forening.example"
    more.organisation.save()
    client.force_login(case.network)
    page = text(client.get(address(case)))
    assert "Krolf på plænen" in page and case.activity.title not in page
    with django_capture_on_commit_callbacks(execute=True):
        response = send(client, case, more)
    assert response["Location"] == reverse("cases:case", kwargs={"code": case.referral.code})
    entry = case.referral.entries.get(activity=more)
    assert (entry.position, entry.state, entry.title) == (2, State.NEW, "Krolf på plænen")
    assert case.referral.steps.get(event=Event.ADDED).detail == "Krolf på plænen"
    assert any(mail.to == ["krolf@forening.example"] for mail in mailoutbox)
    assert "Også henvist til Krolf på plænen" in text(client.get(response["Location"]))


def test_nothing_ticked_says_what_to_do(case, more, client):
    client.force_login(case.referrer)
    response = send(client, case)
    assert response.status_code == 422
    assert "Sæt kryds ved mindst ét forslag." in text(response)


def test_who_comes_second_is_told_and_keeps_the_ticks(case, more, client):
    client.force_login(case.referrer)
    case.referral.version = 4
    case.referral.save()
    response = send(client, case, more, version=3)
    assert response.status_code == 409
    assert "har ændret henvisningen imens" in text(response)
    assert 'name="version" value="4"' in text(response)
    assert f'value="{code_of(more.uuid)}" checked' in text(response) or "checked" in text(response)
    assert case.referral.entries.count() == 2


def test_six_are_enough(case, more, django_user_model):
    others = [ActivityFactory() for _ in range(MOST_ENTRIES - 1)]
    values = {"referral": case.referral, "by": case.network, "version": 1, "now": case.referral.created_at}
    with pytest.raises(TooMany) as refused:
        add_activities(activities=others, **values)
    assert refused.value.room == MOST_ENTRIES - 2
    add_activities(activities=others[:-1], **values)
    assert case.referral.entries.count() == MOST_ENTRIES


def test_full_referral_says_so(case, more, client):
    for place in range(2, MOST_ENTRIES):
        case.referral.entries.create(
            activity=None, organisation=None, title="Andet", position=place, since=case.referral.created_at
        )
    client.force_login(case.network)
    assert "allerede seks forslag" in text(client.get(address(case)))
    assert send(client, case, more).status_code == 409


def test_what_is_there_is_not_proposed_twice(case):
    values = {"referral": case.referral, "by": case.network, "version": 1, "now": case.referral.created_at}
    with pytest.raises(ValueError, match="nothing new"):
        add_activities(activities=[case.activity], **values)


def test_organisation_adds_nothing(case, more):
    values = {"referral": case.referral, "version": 1, "now": case.referral.created_at}
    with pytest.raises(NotAllowed):
        add_activities(activities=[more], by=case.association, **values)
    with pytest.raises(Outdated):
        add_activities(activities=[more], by=case.network, **{**values, "version": 2})


def test_reading_what_fits_somebody_is_written_down(case, client):
    client.force_login(case.network)
    client.get(reverse("cases:add", kwargs={"code": case.referral.code}))
    assert [(read.user, read.kind) for read in case.referral.reads.all()] == [(case.network, ReadKind.CASE)]


def test_what_takes_no_referral_from_the_unit_is_neither_proposed_nor_added(case, client, more):
    more.referrers = ("laege",)
    more.save()
    client.force_login(case.network)
    assert more.title not in text(client.get(address(case)))
    with pytest.raises(NotAllowed):
        add_activities(referral=case.referral, activities=[more], by=case.network, version=1, now=timezone.now())
    case.referral.refresh_from_db()
    case.referral.referrer_kind = UnitKind.GP
    case.referral.save()
    assert more.title in text(client.get(address(case)))
