"""What opening the form of an activity asks of the database."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from catalogue.models import Activity
from tests.factories.catalogue import (
    ActivityFactory,
    DateExceptionFactory,
    ResponsibilityFactory,
    ScheduleFactory,
    VenueFactory,
)
from tests.factories.desk import somebody

# Wagtail itself takes about half of them: rights, revision, workflow, sessions, menus.
MOST = 30
# The entry's own dates and those of what is at the same place.
MOST_OF = {"schedule": 2}
# Somebody with a responsibility is asked what it is, and each right of it is looked up in the entry's own row.
OF_RESPONSIBILITY = 5


def rich() -> Activity:
    """A published entry with something in every part of its form."""
    entry = ActivityFactory(
        title="Kor",
        venue=VenueFactory(accessibility={"elevator": True}),
        interests=["kor", "musik", "sang", "kaffe"],
        target_groups=["mænd", "kvinder", "pårørende"],
        accessibility_answers={"teleslynge": True},
    )
    DateExceptionFactory(activity=ScheduleFactory(activity=entry).activity)
    entry.save_revision().publish()
    return Activity.objects.get(pk=entry.pk)


def asked(client: Client, entry: Activity) -> list[str]:
    """What the form asks when it is opened for the second time."""
    address = reverse("wagtailsnippets_catalogue_activity:edit", args=[entry.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries.captured_queries]


def test_the_form_opens_with_few_queries(admin: Client):
    entry = rich()
    found = asked(admin, entry)
    assert len(found) <= MOST, "\n".join(found)


def test_nothing_is_read_twice(admin: Client):
    entry = rich()
    found = asked(admin, entry)
    assert sorted(found) == sorted(set(found))
    for table in ("organisation", "venue", "interest", "targetgroup", "schedule", "dateexception", "activityinterest"):
        assert sum(f'FROM "catalogue_{table}"' in sql for sql in found) <= MOST_OF.get(table, 1), table


def test_a_draft_opens_with_few_queries(admin: Client):
    entry = rich()
    entry.title = "Kladde"
    entry.save_revision()
    assert len(found := asked(admin, entry)) <= MOST, "\n".join(found)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LOCAL_EDITOR])
def test_the_other_roles_open_it_with_few_more(client: Client, db, role: Role):
    entry = rich()
    user = somebody(role)
    if role == Role.LOCAL_EDITOR:
        ResponsibilityFactory(user=user, area=entry.areas.first())
    client.force_login(user)
    assert len(found := asked(client, entry)) <= MOST + OF_RESPONSIBILITY, "\n".join(found)


def test_it_asks_as_often_whatever_the_number_of_entries(admin: Client):
    entry = rich()
    counts = []
    for others in (1, 5, 40):
        for number in range(others):
            ScheduleFactory(activity=ActivityFactory(venue=entry.venue, title=f"Kor {number}"))
        counts.append(len(asked(admin, entry)))
    assert counts[0] == counts[1] == counts[2]
