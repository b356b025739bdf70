"""Who waits for an activity, in which order."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from referral.life.choices import State
from referral.models import ReferralActivity
from referral.waiting.line import lines, place_in_line
from tests.factories.catalogue import ActivityFactory
from tests.factories.referral_cases import ReferralFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    """An activity with one place left, and three who wait for it; the last made waits longest."""
    activity, now = ActivityFactory(places_left=1), timezone.now()
    for days in (1, 2, 3):
        referral = ReferralFactory(activities=[activity], activities__state=State.WAITING)
        referral.entries.update(since=now - datetime.timedelta(days=days))
    return activity


def test_whoever_has_waited_longest_is_first(waiting, django_assert_num_queries):
    with django_assert_num_queries(1):
        line = lines([waiting.pk])[waiting.pk]
    assert [one.place for one in line] == [1, 2, 3]
    since = [one.entry.since for one in line]
    assert since == sorted(since)
    assert [one.has_room for one in line] == [True, False, False]


def test_the_place_is_the_same_asked_alone(waiting):
    for one in lines([waiting.pk])[waiting.pk]:
        assert place_in_line(one.entry) == one.place


def test_the_others_move_up_when_somebody_leaves(waiting):
    first, second, _third = lines([waiting.pk])[waiting.pk]
    ReferralActivity.objects.filter(pk=first.entry.pk).update(state=State.CONTACTED)
    first.entry.refresh_from_db()
    assert place_in_line(second.entry) == 1
    assert place_in_line(first.entry) is None


def test_a_closed_referral_waits_for_nothing(waiting):
    first, second, _third = lines([waiting.pk])[waiting.pk]
    referral = first.entry.referral
    referral.closed_at, referral.close_reason = timezone.now(), "godt_nok"
    referral.save()
    assert place_in_line(first.entry) is None
    assert place_in_line(second.entry) == 1


def test_nobody_is_next_where_it_is_full_or_not_known(waiting):
    for left in (0, None):
        waiting.places_left = left
        waiting.save()
        assert not any(one.has_room for one in lines([waiting.pk])[waiting.pk])
