"""Who sees which referral, and as what they act."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.roles import Role
from referral.life.choices import Actor, ConsentKind
from referral.models import Referral
from referral.policies import actors_of, may_close, may_see_contact, sees_all
from tests.factories.accounts import UserFactory, user_with
from tests.factories.referral_cases import contact_for, responsible_for

pytestmark = pytest.mark.django_db


def sees(user, case) -> bool:
    """By the list and by the referral; the two must agree."""
    by_list = Referral.objects.visible_to(user).filter(pk=case.referral.pk).exists()
    assert by_list == bool(actors_of(user, case.referral)), user
    return by_list


def test_those_with_a_part_in_it_see_it(case):
    for user, actor in (
        (case.referrer, Actor.REFERRER),
        (case.colleague, Actor.REFERRER),
        (case.association, Actor.ORGANISATION),
        (case.network, Actor.NETWORK_WORKER),
        (case.coordinator, Actor.COORDINATOR),
    ):
        assert sees(user, case)
        assert actors_of(user, case.referral) == {actor}
        assert sees_all(user, case.referral) == (actor != Actor.ORGANISATION)


def test_strangers_do_not(case):
    for name, user in case.strangers.items():
        assert not sees(user, case), name
    assert not sees(AnonymousUser(), case)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EDITOR, Role.LOCAL_EDITOR, Role.CENTRE_STAFF])
def test_who_keeps_the_catalogue_sees_no_referral(role, case):
    assert not sees(responsible_for(role, case.area), case)


def test_superuser_is_nobody_but_in_a_role(case):
    user = UserFactory(is_superuser=True)
    user.responsibilities.create(area=case.area)
    assert not sees(user, case)
    inside = responsible_for(Role.COORDINATOR, case.area, is_superuser=True)
    assert sees(inside, case)


def test_network_worker_sees_by_organisation_and_by_venue(case):
    assert sees(responsible_for(Role.NETWORK_WORKER, case.organisation), case)
    assert sees(responsible_for(Role.NETWORK_WORKER, case.activity.venue), case)
    assert not sees(responsible_for(Role.COORDINATOR, case.organisation), case), "a coordinator has areas"


def test_role_without_responsibility_sees_nothing(case):
    for role in (Role.ASSOCIATION, Role.NETWORK_WORKER, Role.COORDINATOR, Role.FRONT_LINE):
        assert not sees(user_with(role), case)


def test_who_has_left_the_unit_sees_nothing(case):
    case.colleague.unit_memberships.all().delete()
    assert not sees(case.colleague, case)


def test_contact_is_shown_while_the_consent_stands(case):
    contact_for(case.referral)
    for user in (case.referrer, case.association, case.network, case.coordinator):
        assert may_see_contact(user, case.referral)
    assert not may_see_contact(case.strangers["another unit"], case.referral)
    case.referral.consents.filter(kind=ConsentKind.CONTACTED).update(withdrawn_at=case.referral.created_at)
    assert not may_see_contact(case.referrer, case.referral)


def test_who_closes(case):
    assert [may_close(user, case.referral) for user in (case.referrer, case.network, case.coordinator)] == [True] * 3
    assert not may_close(case.association, case.referral)
