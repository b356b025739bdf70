"""Two entries of one."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from catalogue.actions.publish_entry import publish_entry
from catalogue.actions.split_entry import Part, split_entry
from catalogue.models import Activity, ActivityTranslation, Schedule
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import (
    ActivityFactory,
    DateExceptionFactory,
    ResponsibilityFactory,
    ScheduleFactory,
    VenueFactory,
)
from tests.factories.desk import somebody

from .test_change_entry import drafted, last_words, newest

WEDNESDAYS = Part("Kaffe om onsdagen", "Hver onsdag kl. 14")


@pytest.fixture
def by(db: None) -> User:
    return UserFactory(is_superuser=True)


@pytest.fixture
def entry(by: User) -> Activity:
    """Mondays at 10 and Wednesdays at 14, one of each cancelled."""
    entry = ActivityFactory(
        title="Kaffe",
        slug="kaffe",
        schedule_text="Mandag og onsdag",
        interests=["kaffe"],
        target_groups=["alle"],
        accessibility_answers={"elevator": True},
        capacity=10,
        places_left=3,
    )
    ScheduleFactory(activity=entry)
    ScheduleFactory(
        activity=entry, starts_on=datetime.date(2026, 9, 9), starts_at=datetime.time(14), rrule="FREQ=WEEKLY"
    )
    DateExceptionFactory(activity=entry)
    DateExceptionFactory(activity=entry, original_date=datetime.date(2026, 11, 25), reason="Huset er udlejet.")
    ActivityTranslation.objects.create(activity=entry, language="en", title="Coffee", text="Come.")
    publish_entry(entry=Activity.objects.get(pk=entry.pk), by=by)
    return entry


def wednesdays(entry: Activity) -> Schedule:
    return entry.schedules.get(starts_at=datetime.time(14))


def split(entry: Activity, by: User, part: Part = WEDNESDAYS) -> Activity:
    new = split_entry(entry=entry, schedules=[wednesdays(entry).pk], part=part, schedule_text="Hver mandag", by=by)
    return Activity.objects.get(pk=new.pk)


def test_each_has_its_times_and_what_happened_to_them(entry: Activity, by: User):
    new, old = split(entry, by), Activity.objects.get(pk=entry.pk)
    assert [row.starts_at.hour for row in old.schedules.all()] == [10]
    assert [row.starts_at.hour for row in new.schedules.all()] == [14]
    assert [row.reason for row in old.date_exceptions.all()] == ["Huset er lukket."]
    assert [row.reason for row in new.date_exceptions.all()] == ["Huset er udlejet."]
    assert (old.schedule_text, new.schedule_text) == ("Hver mandag", "Hver onsdag kl. 14")


def test_all_else_is_the_same_and_the_first_keeps_its_address(entry: Activity, by: User):
    new, old = split(entry, by), Activity.objects.get(pk=entry.pk)
    assert (old.slug, new.slug) == ("kaffe", "kaffe-om-onsdagen")
    assert (new.live, new.has_unpublished_changes, new.split_from) == (True, False, old)
    assert new.uuid != old.uuid
    for name in ("summary", "description", "organisation", "venue", "verified_on", "capacity"):
        assert getattr(new, name) == getattr(old, name)
    assert list(new.areas.all()) == list(old.areas.all())
    for version in (old, new):
        assert [term.name for term in version.interest_terms] == ["kaffe"]
        assert [term.name for term in version.target_group_terms] == ["alle"]
        assert [row.feature for row in version.accessibility_answers.all()] == ["elevator"]
        assert [row.title for row in version.translations.all()] == ["Coffee"]
    assert (old.places_left, new.places_left) == (3, None)
    assert new.latest_revision.as_object().schedules.count() == 1


def test_both_tell_of_the_other_in_the_history_and_to_visitors(entry: Activity, by: User, client: Client):
    new = split(entry, by)
    assert last_words(entry) == "Delt i to: nogle af tidspunkterne er nu »Kaffe om onsdagen«"
    assert last_words(new) == "Delt fra »Kaffe«"
    assert f'href="{new.get_absolute_url()}"' in client.get(entry.get_absolute_url()).content.decode()
    assert f'href="{entry.get_absolute_url()}"' in client.get(new.get_absolute_url()).content.decode()


def test_another_place_may_be_given(entry: Activity, by: User):
    there = VenueFactory()
    assert split(entry, by, Part("Kaffe", "", there)).venue == there
    assert Activity.objects.get(pk=entry.pk).venue != there


def test_a_draft_loses_the_times_and_keeps_its_edits(entry: Activity, by: User):
    drafted(Activity.objects.get(pk=entry.pk), by, title="Kaffe og kage")
    split(entry, by)
    draft = newest(entry)
    assert draft.title == "Kaffe og kage"
    assert [row.starts_at.hour for row in draft.schedules.all()] == [10]
    assert Activity.objects.get(pk=entry.pk).title == "Kaffe"


def test_something_must_move_and_something_must_stay(entry: Activity, by: User):
    for chosen in ([], [row.pk for row in entry.schedules.all()], [0]):
        with pytest.raises(ValidationError, match="lad mindst et blive"):
            split_entry(entry=entry, schedules=chosen, part=WEDNESDAYS, schedule_text="", by=by)
    assert Activity.objects.count() == 1


def address(entry: Activity) -> str:
    return reverse("wagtailsnippets_catalogue_activity:split", args=[entry.pk])


def test_the_page_asks_and_splits(entry: Activity, by: User, client: Client):
    client.force_login(by)
    html = client.get(address(entry)).content.decode()
    assert "Hver onsdag kl. 14-16" in html
    data = {"title": "Kaffe om onsdagen", "new_text": "Onsdag", "old_text": "Mandag"}
    refused = client.post(address(entry), data | {"schedules": [row.pk for row in entry.schedules.all()]})
    assert "lad mindst et blive" in refused.content.decode()
    assert 'value="Kaffe om onsdagen"' in refused.content.decode()
    response = client.post(address(entry), data | {"schedules": [wednesdays(entry).pk]})
    new = Activity.objects.exclude(pk=entry.pk).get()
    assert response["Location"] == reverse("wagtailsnippets_catalogue_activity:edit", args=[new.pk])
    edit = reverse("wagtailsnippets_catalogue_activity:edit", args=[entry.pk])
    assert address(entry) not in client.get(edit).content.decode()
    assert client.get(address(entry))["Location"] == edit


@pytest.mark.parametrize("trusted", [True, False])
def test_an_association_splits_only_where_it_may_publish(entry: Activity, client: Client, trusted: bool):
    user = somebody(Role.ASSOCIATION)
    ResponsibilityFactory(user=user, organisation=entry.organisation, trusted=trusted)
    client.force_login(user)
    edit = reverse("wagtailsnippets_catalogue_activity:edit", args=[entry.pk])
    assert (address(entry) in client.get(edit).content.decode()) is trusted
    client.post(address(entry), {"title": "Ny", "schedules": [wednesdays(entry).pk]})
    assert Activity.objects.count() == 1 + trusted


def test_a_centre_does_not_publish_at_anothers_place(entry: Activity, client: Client):
    user, there = somebody(Role.CENTRE_STAFF), VenueFactory()
    ResponsibilityFactory(user=user, venue=entry.venue)
    client.force_login(user)
    data = {"title": "Ny", "schedules": [wednesdays(entry).pk], "venue": there.pk}
    assert "Vælg et sted, som du har ansvar for" in client.post(address(entry), data).content.decode()
    assert Activity.objects.count() == 1
