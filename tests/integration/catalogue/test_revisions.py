"""Revisions, opened again: what they point to may be gone, and is read once for each kind."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.models import Activity, Interest, Venue
from tests.factories.catalogue import ActivityFactory, InterestFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db


def draft_of(entry: Activity, **changes: object) -> Activity:
    """The entry, published as it is and then changed in a draft."""
    entry.save_revision().publish()
    draft = Activity.objects.get(pk=entry.pk)
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()
    return Activity.objects.get(pk=entry.pk)


def test_what_was_split_off_keeps_its_rows():
    entry = ActivityFactory(split_from=ActivityFactory(), interests=["kor"])
    ScheduleFactory(activity=entry)
    opened = draft_of(entry, title="Ny").get_latest_revision_as_object()
    assert (opened.title, opened.schedules.count(), opened.interest_links.count()) == ("Ny", 1, 1)
    assert opened.split_from == entry.split_from


def test_a_term_that_is_gone_takes_its_row_with_it_and_no_other():
    entry = ActivityFactory(interests=["kor"])
    draft = Activity.objects.get(pk=entry.pk)
    draft.interests.add(InterestFactory(name="sang"))
    draft.save_revision()
    Interest.objects.get(name="sang").delete()
    opened = Activity.objects.get(pk=entry.pk).get_latest_revision_as_object()
    assert [term.name for term in opened.interest_terms] == ["kor"]


def test_a_place_that_is_gone_leaves_the_field_empty():
    entry = ActivityFactory()
    entry.save_revision().publish()
    place = VenueFactory()
    draft = Activity.objects.get(pk=entry.pk)
    draft.venue = place
    draft.save_revision()
    Venue.objects.filter(pk=place.pk).delete()
    opened = Activity.objects.get(pk=entry.pk).get_latest_revision_as_object()
    assert opened.venue is None
    assert opened.organisation == entry.organisation


def test_it_is_opened_with_as_many_queries_however_many_rows_it_has():
    counts = []
    for number in (1, 4):
        entry = ActivityFactory(interests=[f"emne {number} {each}" for each in range(number)])
        for _each in range(number):
            ScheduleFactory(activity=entry)
        entry = draft_of(entry, title="Ny")
        with CaptureQueriesContext(connection) as asked:
            opened = entry.get_latest_revision_as_object()
            assert len(opened.interest_terms) == number
            assert opened.organisation and opened.venue
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10
