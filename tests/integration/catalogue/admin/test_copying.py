"""A copy of an entry: what it takes over from the other, and what it does not."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from catalogue.choices import ExceptionKind, Status
from catalogue.models import Activity
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, OrganisationFactory, ScheduleFactory

from .test_activity_life import address, shown


@pytest.fixture
def entry(db) -> Activity:
    """An entry with all that a copy should not have."""
    day = datetime.date(2030, 1, 31)
    entry = ActivityFactory(
        title="Gåtur",
        status=Status.PAUSED,
        status_note="Lederen er syg.",
        paused_until=day,
        capacity=12,
        places_left=0,
        verified_by="Turlederen",
        interests=["natur"],
        accessibility_answers={"elevator": True},
        split_from=ActivityFactory(title="Den gamle"),
    )
    schedule = ScheduleFactory(activity=entry)
    DateExceptionFactory(activity=entry, original_date=schedule.starts_on, kind=ExceptionKind.CANCELLED)
    entry.save_revision().publish()
    entry.refresh_from_db()
    entry.get_workflow().start(entry, user=None)
    entry.locked, entry.locked_by = True, user_with(Role.EDITOR)
    entry.expire_at = timezone.now() + datetime.timedelta(days=40)
    entry.save()
    return entry


def copied(admin: Client, entry: Activity, *, posted_to: str | None = None) -> Activity:
    """The copy that is made when the form is saved as it comes."""
    form = admin.get(address("copy", entry.pk)).context["form"]
    before = set(Activity.objects.values_list("pk", flat=True))
    answer = admin.post(posted_to or address("add"), shown(form) | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    return Activity.objects.exclude(pk__in=before).get()


def test_what_describes_it_is_taken_over(admin: Client, entry: Activity):
    copy = copied(admin, entry)
    assert (copy.title, copy.summary, copy.capacity) == (entry.title, entry.summary, 12)
    assert (copy.organisation, copy.venue, list(copy.areas.all())) == (
        entry.organisation,
        entry.venue,
        list(entry.areas.all()),
    )
    assert [term.name for term in copy.interest_terms] == ["natur"]
    assert copy.schedules.count() == copy.accessibility_answers.count() == 1


def test_it_is_not_on_pause_nor_confirmed_nor_full_nor_cancelled(admin: Client, entry: Activity):
    copy = copied(admin, entry)
    assert (copy.status, copy.status_note, copy.paused_until) == (Status.ACTIVE, "", None)
    assert (copy.verified_on, copy.verified_by) == (None, "")
    assert copy.places_left is None
    assert not copy.date_exceptions.exists()
    assert copy.split_from is None


def test_its_editorial_life_begins_anew(admin: Client, entry: Activity):
    copy = copied(admin, entry)
    assert copy.pk != entry.pk
    assert copy.uuid != entry.uuid
    assert copy.slug != entry.slug
    assert not copy.locked
    assert copy.expire_at is None
    assert not copy.workflow_in_progress
    assert copy.revisions.count() == 1


def test_the_other_stays_as_it_was(admin: Client, entry: Activity):
    copied(admin, entry)
    kept = Activity.objects.get(pk=entry.pk)
    assert (kept.status, kept.paused_until, kept.places_left) == (Status.PAUSED, entry.paused_until, 0)
    assert kept.date_exceptions.count() == 1
    assert kept.locked
    assert kept.workflow_in_progress


def test_what_is_sent_to_the_address_of_the_copy_does_not_overwrite_the_other(admin: Client, entry: Activity):
    copy = copied(admin, entry, posted_to=address("copy", entry.pk))
    assert copy.pk != entry.pk
    assert Activity.objects.get(pk=entry.pk).slug == entry.slug


def test_the_page_does_not_say_that_it_is_public_or_locked(admin: Client, entry: Activity):
    page = admin.get(address("copy", entry.pk)).content.decode()
    assert "Lederen er syg" not in page
    assert "31-01-2030" not in page
    assert "Ikke låst" in page


def test_an_organisation_and_a_place_are_copied_too(admin: Client):
    organisation = OrganisationFactory(name="Motion")
    organisation.save_revision().publish()
    page = admin.get(reverse("wagtailsnippets_catalogue_organisation:copy", args=[organisation.pk]))
    assert page.context["form"].initial["name"] == "Motion"
    assert page.context["form"].initial["slug"] == ""
