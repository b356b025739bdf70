"""The page of the waiting lists."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from referral.life.choices import State
from referral.models import ReferralActivity
from referral.waiting.views import lines_for
from tests.factories.referral_cases import ReferralFactory, UnitFactory, contact_for

pytestmark = pytest.mark.django_db
LIST = "/henvisninger/venteliste/"


@pytest.fixture
def waiting(case):
    """The case waits, behind somebody of another unit in another area; one place is left."""
    now = timezone.now()
    case.activity.places_left = 1
    case.activity.save()
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.WAITING, since=now)
    contact_for(case.referral, first_name="Gudrun")
    case.ahead = ReferralFactory(unit=UnitFactory(), activities=[case.activity], activities__state=State.WAITING)
    case.ahead.entries.update(since=now - datetime.timedelta(days=9))
    return case


def test_the_number_counts_those_that_one_may_not_see(client, waiting):
    client.force_login(waiting.network)
    page = client.get(LIST).content.decode()
    assert "Nummer 2:" in page and "1 anden venter også" in page
    assert waiting.ahead.code not in page and "Der er plads nu" not in page and "Gudrun" not in page


def test_whoever_is_next_is_shown_when_there_is_room(client, waiting):
    waiting.ahead.entries.update(state=State.CONTACTED)
    client.force_login(waiting.referrer)
    page = client.get(LIST).content.decode()
    assert "Nummer 1:" in page and "Der er plads nu" in page and "Dit ansvar" in page


def test_an_organisation_sees_the_line_of_its_own(client, waiting):
    ReferralActivity.objects.filter(pk=waiting.other_entry.pk).update(state=State.WAITING)
    client.force_login(waiting.association)
    page = client.get(LIST).content.decode()
    assert waiting.referral.code in page and waiting.ahead.code in page
    assert waiting.other_entry.title not in page


def test_lines_with_room_come_first(waiting):
    ReferralActivity.objects.filter(pk=waiting.other_entry.pk).update(state=State.WAITING)
    other = waiting.other_entry.activity
    other.places_left = 2
    other.save()
    assert [line.activity for line in lines_for(waiting.network)] == [other, waiting.activity]


def test_three_questions_whatever_the_length(waiting, django_assert_max_num_queries):
    lines_for(waiting.network)
    for _number in range(4):
        ReferralFactory(unit=waiting.unit, activities=[waiting.activity], activities__state=State.WAITING)
    with django_assert_max_num_queries(5):
        lines_for(waiting.network)


@pytest.mark.parametrize(
    "who", ["another unit", "another organisation", "another area's network worker", "another area's coordinator"]
)
def test_strangers_see_nobody(client, waiting, who):
    client.force_login(waiting.strangers[who])
    page = client.get(LIST).content.decode()
    assert waiting.referral.code not in page and waiting.entry.title not in page
