"""Single dates: cancelled, moved, as planned again."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from catalogue.actions.publish_entry import publish_entry
from catalogue.actions.single_dates import NotADate, cancel_date, move_date, restore_date
from catalogue.models import Activity
from catalogue.recurrence.activity import occurrences_of
from catalogue.recurrence.localtime import ZONE, wall_clock
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, ScheduleFactory

from .test_change_entry import drafted, last_words, newest

MONDAY = datetime.datetime(2026, 11, 23, 10)
AFTERNOON = datetime.datetime(2026, 11, 23, 14)
WEDNESDAY = datetime.datetime(2026, 11, 25, 15, 30)


@pytest.fixture
def by(db: None) -> User:
    return UserFactory(is_superuser=True)


@pytest.fixture
def entry(by: User) -> Activity:
    """Every Monday at 10."""
    entry = ActivityFactory(title="Kaffe")
    ScheduleFactory(activity=entry)
    publish_entry(entry=Activity.objects.get(pk=entry.pk), by=by)
    return entry


def week(entry: Activity) -> list[tuple[datetime.datetime, str, str]]:
    """What takes place in the week of 23 November."""
    monday = datetime.datetime(2026, 11, 23, tzinfo=ZONE)
    found = occurrences_of(
        Activity.objects.get(pk=entry.pk), start=monday, end=datetime.datetime(2026, 11, 30, tzinfo=ZONE)
    )
    return [(wall_clock(one.start), one.status, one.reason) for one in found]


def test_a_date_is_cancelled_with_its_reason(entry: Activity, by: User):
    cancel_date(entry=entry, start=MONDAY, reason="Kirken er optaget.", by=by)
    assert week(entry) == [(MONDAY, "cancelled", "Kirken er optaget.")]
    assert last_words(entry) == "Aflyst: mandag 23. november 2026 kl. 10 (Kirken er optaget.)"


def test_a_date_is_moved(entry: Activity, by: User):
    move_date(entry=entry, start=MONDAY, to=WEDNESDAY, reason="Vi skal stemme.", by=by)
    assert week(entry) == [(WEDNESDAY, "moved", "Vi skal stemme.")]
    assert "Flyttet: mandag 23. november 2026 kl. 10 til onsdag 25. november 2026 kl. 15.30" in last_words(entry)


def test_a_moved_date_is_cancelled_and_then_as_planned(entry: Activity, by: User):
    move_date(entry=entry, start=MONDAY, to=WEDNESDAY, minutes=30, reason="Vi skal stemme.", by=by)
    cancel_date(entry=entry, start=MONDAY, reason="Ingen kan alligevel.", by=by)
    assert week(entry) == [(MONDAY, "cancelled", "Ingen kan alligevel.")]
    restore_date(entry=entry, start=MONDAY, by=by)
    assert week(entry) == [(MONDAY, "planned", "")]
    assert last_words(entry) == "Som planlagt igen: mandag 23. november 2026 kl. 10"


@pytest.mark.parametrize("start", [datetime.datetime(2026, 11, 24, 10), datetime.datetime(2026, 11, 23, 11)])
def test_what_is_no_date_is_refused(entry: Activity, by: User, start: datetime.datetime):
    with pytest.raises(NotADate):
        cancel_date(entry=entry, start=start, reason="Nej.", by=by)
    with pytest.raises(NotADate):
        restore_date(entry=entry, start=MONDAY, by=by)
    assert week(entry) == [(MONDAY, "planned", "")]


def test_moving_to_where_it_is_is_refused(entry: Activity, by: User):
    with pytest.raises(ValidationError, match="i forvejen"):
        move_date(entry=entry, start=MONDAY, to=MONDAY, reason="Nej.", by=by)


def test_one_of_two_on_a_day_that_was_cancelled_whole_takes_place_again(entry: Activity, by: User):
    ScheduleFactory(activity=entry, starts_at=datetime.time(14))
    DateExceptionFactory(activity=entry)
    restore_date(entry=entry, start=AFTERNOON, by=by)
    assert week(entry) == [(MONDAY, "cancelled", "Huset er lukket."), (AFTERNOON, "planned", "")]
    restore_date(entry=entry, start=MONDAY, by=by)
    assert week(entry) == [(MONDAY, "planned", ""), (AFTERNOON, "planned", "")]


def test_only_one_of_two_on_a_day_is_cancelled(entry: Activity, by: User):
    ScheduleFactory(activity=entry, starts_at=datetime.time(14))
    cancel_date(entry=entry, start=AFTERNOON, reason="Lokalet er lånt ud.", by=by)
    assert week(entry) == [(MONDAY, "planned", ""), (AFTERNOON, "cancelled", "Lokalet er lånt ud.")]


def test_a_draft_is_cancelled_too_and_publishing_it_makes_no_second_row(entry: Activity, by: User):
    drafted(entry, by, title="Kaffe og kage")
    cancel_date(entry=entry, start=MONDAY, reason="Kirken er optaget.", by=by)
    row = Activity.objects.get(pk=entry.pk)
    assert [one.pk for one in newest(entry).date_exceptions.all()] == [one.pk for one in row.date_exceptions.all()]
    row.latest_revision.publish(user=by)
    assert Activity.objects.get(pk=entry.pk).title == "Kaffe og kage"
    assert week(entry) == [(MONDAY, "cancelled", "Kirken er optaget.")]


def test_a_date_that_a_draft_cancels_for_another_reason_gets_this_one(entry: Activity, by: User):
    draft = Activity.objects.get(pk=entry.pk).get_latest_revision_as_object()
    draft.date_exceptions.add(DateExceptionFactory.build(activity=None, reason="Ferie."))
    draft.save_revision(user=by)
    move_date(entry=entry, start=MONDAY, to=WEDNESDAY, reason="Vi skal stemme.", by=by)
    newest(entry).save_revision().publish(user=by)
    assert week(entry) == [(WEDNESDAY, "moved", "Vi skal stemme.")]


def test_undoing_by_revision_brings_the_date_back(entry: Activity, by: User):
    before = Activity.objects.get(pk=entry.pk).live_revision
    cancel_date(entry=entry, start=MONDAY, reason="Kirken er optaget.", by=by)
    before.publish(user=by, previous_revision=before)
    assert week(entry) == [(MONDAY, "planned", "")]
