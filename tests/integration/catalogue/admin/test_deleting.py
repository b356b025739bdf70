"""What is in use is kept, with a message that says by what."""

from __future__ import annotations

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from catalogue.models import Activity, Interest, TargetGroup
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, VenueFactory


def used(kind: str) -> models.Model:
    """Something of the catalogue that the activity »Kaffe <b>nu</b>« needs."""
    area = AreaFactory()
    activity = ActivityFactory(
        title="Kaffe <b>nu</b>",
        venue=VenueFactory(area=AreaFactory()),
        areas=[area],
        interests=["kaffe"],
        target_groups=["alle"],
    )
    return {
        "organisation": activity.organisation,
        "venue": activity.venue,
        "area": area,
        "interest": Interest.objects.get(),
        "targetgroup": TargetGroup.objects.get(),
    }[kind]


def address(entry: models.Model, name: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_catalogue_{entry._meta.model_name}:{name}", args=args)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("kind", ["organisation", "venue", "area", "interest", "targetgroup"])
def test_what_an_activity_needs_is_not_deleted(admin: Client, kind: str, method: str):
    entry = used(kind)
    page = getattr(admin, method)(address(entry, "delete", entry.pk), follow=True).content.decode()
    assert "kan ikke slettes" in page
    assert "Kaffe &lt;b&gt;nu&lt;/b&gt;" in page
    assert "<b>nu</b>" not in page
    assert type(entry).objects.filter(pk=entry.pk).exists()
    assert Activity.objects.get().areas.count() == 1


@pytest.mark.parametrize("kind", ["organisation", "venue", "area", "interest", "targetgroup"])
def test_many_at_once_are_kept_too(admin: Client, kind: str):
    entry = used(kind)
    bulk = reverse("wagtail_bulk_action", args=["catalogue", entry._meta.model_name, "delete"])
    page = admin.post(f"{bulk}?id={entry.pk}&next=/admin/", follow=True).content.decode()
    assert "kan ikke slettes" in page
    assert type(entry).objects.filter(pk=entry.pk).exists()


def test_a_kommune_is_kept_while_it_has_areas(admin: Client):
    kommune = AreaFactory(name="Slagelse Kommune")
    by = AreaFactory(name="Korsør", parent=kommune)
    page = admin.post(address(kommune, "delete", kommune.pk), follow=True).content.decode()
    assert "»Korsør«" in page
    by.refresh_from_db()


def test_what_nobody_needs_is_deleted(admin: Client):
    for entry in (OrganisationFactory(), VenueFactory(), AreaFactory(), Interest.objects.create(name="tom")):
        admin.post(address(entry, "delete", entry.pk))
        assert not type(entry).objects.filter(pk=entry.pk).exists()


def test_an_entry_that_a_draft_still_names_can_go_and_the_draft_opens(admin: Client):
    """A revision keeps what the live row no longer has; the form asks for another instead of failing."""
    venue = VenueFactory()
    activity = ActivityFactory(areas=[AreaFactory()], interests=["kaffe"])
    draft = Activity.objects.get()
    draft.venue = venue
    draft.organisation = organisation = OrganisationFactory()
    draft.interests.set([Interest.objects.create(name="tom")])
    draft.save_revision()
    for entry in (venue, organisation, Interest.objects.get(name="tom")):
        entry.delete()
    page = admin.get(address(activity, "edit", activity.pk))
    assert page.status_code == 200
    assert admin.get(address(activity, "history", activity.pk)).status_code == 200
    assert admin.get(address(activity, "revisions_compare", activity.pk, "live", "latest")).status_code == 200
