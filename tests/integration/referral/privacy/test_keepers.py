"""A referral whose owner is gone does not fall between the chairs."""

from __future__ import annotations

import datetime

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from referral.actions.forget_by_rule import forget_by_rule
from referral.actions.mail_overdue import mail_overdue
from referral.cases.keepers import coordinators_of, keepers_of
from referral.models import Referral, ReferralStep
from tests.factories.catalogue import AreaFactory
from tests.factories.referral_cases import ReferralFactory, responsible_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ledger")]
NOW = timezone.now()
DAY = datetime.timedelta(days=1)


def leaves(case, how: str) -> None:
    if how == "deactivated":
        case.referrer.is_active = False
        case.referrer.save()
    elif how == "without the role":
        case.referrer.groups.clear()
    else:
        case.referrer.unit_memberships.all().delete()


def fresh() -> Referral:
    return Referral.objects.get()


LEAVING = pytest.mark.parametrize("how", ["deactivated", "without the role", "out of the unit"])


@LEAVING
def test_coordinators_take_the_place_of_an_owner_who_is_gone(case, how):
    assert keepers_of(fresh()) == [case.referrer]
    leaves(case, how)
    assert keepers_of(fresh()) == [case.coordinator]


def test_coordinators_are_those_of_the_area_and_of_what_it_lies_in(case):
    kommune = AreaFactory()
    referral = ReferralFactory(unit__area=AreaFactory(parent=kommune))
    whole = responsible_for(Role.COORDINATOR, kommune)
    responsible_for(Role.COORDINATOR, referral.area, is_active=False)
    responsible_for(Role.NETWORK_WORKER, referral.area)
    assert coordinators_of(referral) == [whole]


@LEAVING
def test_what_lies_still_is_told_to_the_coordinator_before_it_is_closed(case, how):
    leaves(case, how)
    late = NOW + 200 * DAY
    assert forget_by_rule(now=late).reminded == 1
    (letter,) = mail.outbox
    assert letter.to == [case.coordinator.email]
    assert "I det, du koordinerer," in letter.body and case.referral.code in letter.body
    assert forget_by_rule(now=late + 31 * DAY).closed == 1


def test_nothing_is_closed_that_nobody_has_been_told_of(case):
    leaves(case, "deactivated")
    case.coordinator.groups.clear()
    done = forget_by_rule(now=NOW + 200 * DAY)
    assert (done.reminded, done.alone) == (0, 1)
    assert not mail.outbox and not ReferralStep.objects.exists()
    assert forget_by_rule(now=NOW + 240 * DAY).closed == 0


def test_commands_say_that_nobody_is_left(case, capsys):
    leaves(case, "deactivated")
    case.coordinator.groups.clear()
    Referral.objects.update(created_at=NOW - 200 * DAY, next_on=timezone.localdate(NOW) - DAY)
    assert mail_overdue(now=NOW).alone == 1
    call_command("mail_overdue_referrals")
    assert "området har ingen koordinator" in capsys.readouterr().err
    with pytest.raises(CommandError, match="området har ingen koordinator"):
        call_command("forget")


def test_list_says_that_the_owner_is_gone(case, client):
    client.force_login(case.coordinator)
    assert "er her ikke mere" not in client.get(reverse("cases:list")).content.decode()
    leaves(case, "deactivated")
    assert f"{case.referrer} (er her ikke mere)" in client.get(reverse("cases:list")).content.decode()
