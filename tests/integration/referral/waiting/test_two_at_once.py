"""Two who leave, or are taken in, at the same moment, on a database that lets two write at once."""

from __future__ import annotations

import pytest
from django.utils import timezone

from referral.actions.free_places import count_places, give_on, give_on_all
from referral.actions.step_referral import step_referral
from referral.life.choices import DeclineReason, State
from referral.models import ReferralActivity, WaitingLine
from tests.factories.referral_cases import ReferralFactory
from tests.integration.referral.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def stepping(case, entry, to, **values):
    return lambda: step_referral(entry=entry, to=to, by=case.network, version=1, now=timezone.now(), **values)


def test_two_who_leave_at_once_make_room_for_two(line):
    other = ReferralFactory(unit=line.unit, activities=[line.activity], activities__state=State.CAME).entries.get()
    at_once(*(stepping(line, entry, State.STOPPED) for entry in (line.entry, other)))
    assert sorted(line.told()) == sorted(line.owners[:2]) and line.marked() == [True, True, False]


def test_the_same_place_given_on_by_three_at_once_is_told_of_once(line):
    WaitingLine.objects.update(freed=1)
    now = timezone.now()
    results = at_once(
        lambda: give_on(activity=line.activity.pk, now=now),
        lambda: give_on_all(now=now),
        lambda: give_on(activity=line.activity.pk, now=now),
    )
    assert sum(results) == 1 and line.told() == line.owners[:1]


def test_counted_and_left_at_once_is_one_place(line):
    at_once(
        stepping(line, line.entry, State.STOPPED),
        lambda: count_places(activity=line.activity, number=1, by=None, now=timezone.now()),
    )
    assert line.told() == line.owners[:1] and line.marked() == [True, False, False]


def test_whoever_is_taken_in_meanwhile_is_passed_over(line):
    results = at_once(stepping(line, line.entry, State.STOPPED), stepping(line, line.waiting[0], State.CONTACTED))
    assert not [one for one in results if isinstance(one, Exception)], results
    give_on_all(now=timezone.now())
    states = list(ReferralActivity.objects.filter(room_at__isnull=False).values_list("state", flat=True))
    assert states in ([], [State.WAITING]), "nobody who has been taken in is marked"
    assert len(line.told()) == 1


def test_the_one_who_was_told_declines_while_another_leaves(line):
    WaitingLine.objects.update(freed=1)
    give_on_all(now=timezone.now())
    results = at_once(
        stepping(line, line.waiting[0], State.DECLINED, reason=DeclineReason.NOT_WANTED),
        stepping(line, line.entry, State.STOPPED),
    )
    assert not [one for one in results if isinstance(one, Exception)], results
    assert sorted(line.told()) == sorted(line.owners)
