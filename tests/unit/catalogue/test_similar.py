"""Entries that may be the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from catalogue.models import Activity
from catalogue.similar import similar_to
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ScheduleFactory, VenueFactory
from tests.factories.desk import somebody


@pytest.fixture
def editor(db):
    return UserFactory(is_superuser=True, is_staff=True)


def weekly(title: str, *, hour: int, days_ahead: int = 7, **values) -> Activity:
    activity = ActivityFactory(title=title, **values)
    day = timezone.localdate() + timedelta(days=days_ahead)
    ScheduleFactory(activity=activity, starts_on=day, starts_at=f"{hour}:00", minutes=120, rrule="FREQ=WEEKLY")
    return Activity.objects.get(pk=activity.pk)


@pytest.mark.parametrize(
    ("hour", "days_ahead", "found"), [(10, 7, True), (11, 7, True), (12, 7, False), (10, 8, False)]
)
def test_same_place_and_time(editor, hour, days_ahead, found):
    house = VenueFactory()
    one = weekly("Korsang", hour=10, venue=house)
    weekly("Kaffe og kage", hour=hour, days_ahead=days_ahead, venue=house)
    assert bool(similar_to(one, editor)) is found
    if found:
        assert "samme sted på samme tid" in similar_to(one, editor)[0].sentence


def test_same_time_elsewhere_is_another(editor):
    one = weekly("Korsang", hour=10)
    weekly("Kaffe og kage", hour=10)
    assert similar_to(one, editor) == []


@pytest.mark.parametrize(
    ("title", "found"), [("Gatur på Røsnæs", True), ("På Røsnæs: gåtur", True), ("Kaffe på havnen", False)]
)
def test_nearly_the_same_title_in_the_same_area(editor, title, found):
    area = AreaFactory()
    one = ActivityFactory(title="Gåtur på Røsnæs", areas=[area])
    ActivityFactory(title=title, areas=[area])
    assert bool(similar_to(one, editor)) is found


def test_the_same_title_in_another_kommune_is_another(editor):
    one = ActivityFactory(title="Gåtur på Røsnæs", areas=[AreaFactory()])
    ActivityFactory(title="Gåtur på Røsnæs", areas=[AreaFactory()])
    assert similar_to(one, editor) == []


def test_what_has_ended_and_itself_are_left_out(editor):
    organisation = OrganisationFactory()
    one = ActivityFactory(title="Gåtur på Røsnæs", organisation=organisation)
    ActivityFactory(title="Gåtur på Røsnæs", organisation=organisation, status="afsluttet")
    assert similar_to(one, editor) == []


def test_drafts_of_strangers_are_not_told_of(db):
    area = AreaFactory()
    user = somebody(Role.ASSOCIATION)
    one = ActivityFactory(title="Gåtur på Røsnæs", areas=[area])
    ActivityFactory(title="Gåtur på Røsnæs", areas=[area], live=False)
    assert similar_to(one, user) == []


def test_an_empty_form_resembles_nothing(editor):
    ActivityFactory()
    assert similar_to(Activity(), editor) == []


@pytest.mark.parametrize("others", [1, 40])
def test_it_asks_as_often_whatever_the_number(editor, others, django_assert_max_num_queries):
    house = VenueFactory()
    one = weekly("Korsang", hour=10, venue=house)
    for number in range(others):
        weekly(f"Korsang {number % 10}", hour=10, venue=house)
    one = Activity.objects.select_related("venue").get(pk=one.pk)
    with django_assert_max_num_queries(8):
        assert len(similar_to(one, editor)) == min(others, 3)
