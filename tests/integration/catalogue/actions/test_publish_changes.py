"""Many changed activities are published as each would be by itself."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry, ReferenceIndex

from accounts.models import User
from accounts.roles import Role
from catalogue.actions.publish_changes import publish_changes
from catalogue.actions.publish_entry import publish_entry
from catalogue.actions.try_import import carry_out, try_import
from catalogue.choices import AccessibilityFeature
from catalogue.importing.rows.activities import ActivityRows
from catalogue.importing.rows.base import Registry
from catalogue.models import Activity, Area, Interest, Organisation, Schedule, Venue
from search.models import IndexChange
from tests.factories.accounts import user_with
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    InterestFactory,
    OrganisationFactory,
    ScheduleFactory,
    VenueFactory,
)
from tests.factories.spreadsheets import book_of

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 22, 8, tzinfo=datetime.UTC)
BEFORE = NOW - datetime.timedelta(days=30)


@pytest.fixture
def editor() -> User:
    return user_with(Role.EDITOR)


def entry(slug: str, area: Area) -> Activity:
    made = ActivityFactory(
        organisation=Organisation.objects.first() or OrganisationFactory(),
        slug=slug, title="Kor", areas=[area], interests=["sang", "musik"],
        accessibility_answers={AccessibilityFeature.LIFT: True, AccessibilityFeature.TOILET: True},
    )  # fmt: skip
    ScheduleFactory(activity=made)
    ScheduleFactory(activity=made, starts_at=datetime.time(19))
    made.save_revision().publish()
    return made


def change(row: Activity, registry: Registry) -> None:
    rows = ActivityRows(registry)
    rows.write(row, "title", "Stort kor")
    rows.write(row, "price_dkk", 50)
    rows.write(row, "areas", {"nyt"})
    rows.write(row, "interests", {"sang", "mad"})
    rows.write(row, "accessibility", {AccessibilityFeature.LIFT: False})
    rows.write(row, "schedules", rows.read(row)["schedules"][1:])
    rows.write(row, "venue", "huset")


def loaded(slugs: list[str]) -> dict[str, Activity]:
    return ActivityRows(Registry()).load(slugs)


@pytest.fixture
def registry() -> Registry:
    found = Registry()
    found.load(Area, Area.objects.filter(pk=AreaFactory(slug="nyt").pk))
    VenueFactory(slug="huset")
    found.load(Venue, Venue.objects.all())
    for name in ("sang", "musik", "mad"):
        found.add(Interest, name, Interest.objects.filter(name=name).first() or InterestFactory(name=name))
    return found


def said(activity: Activity) -> dict:
    """What the database says of it, without keys and times."""
    found = Activity.objects.get(pk=activity.pk)
    own = {
        "pk",
        "id",
        "uuid",
        "slug",
        "created_at",
        "updated_at",
        "latest_revision",
        "live_revision",
        "first_published_at",
    }
    row = {f.name: getattr(found, f.attname) for f in Activity._meta.concrete_fields if f.name not in own}
    content = {k: v for k, v in found.latest_revision.content.items() if k not in own}
    for key, value in content.items():
        if isinstance(value, list):
            content[key] = sorted(str({**one, "pk": 0, "activity": 0, "content_object": 0}) for one in value
                                  if isinstance(one, dict)) or value  # fmt: skip
    return {
        "row": row,
        "areas": sorted(area.slug for area in found.areas.all()),
        "interests": sorted(link.tag.name for link in found.interest_links.all()),
        "answers": sorted(found.accessibility_answers.values_list("feature", "holds")),
        "schedules": sorted(found.schedules.values_list("starts_on", "starts_at", "rrule")),
        "content": content,
        "same": found.live_revision == found.latest_revision,
        "by": found.latest_revision.user,
        "log": list(ModelLogEntry.objects.for_instance(found).order_by("pk").values_list("action", "user")),
        "points to": sorted(ReferenceIndex.get_references_for_object(found).values_list("model_path", "to_object_id")),
    }


def test_many_at_once_are_as_one_by_one(editor, registry):
    area = AreaFactory()
    for slug in ("a", "b", "c"):
        entry(slug, area)
    rows = loaded(["a", "b", "c"])
    for row in rows.values():
        change(row, registry)
    columns = {"title", "price_dkk", "venue"}
    publish_entry(entry=rows["a"], by=editor, at=NOW)
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(Activity.objects.get(slug="a"))  # else on commit
    IndexChange.objects.all().delete()
    publish_changes(changes={rows["b"]: columns, rows["c"]: columns}, by=editor, at=NOW)
    one, *many = (said(rows[slug]) for slug in ("a", "b", "c"))
    assert one["row"]["title"] == "Stort kor" and one["answers"] == [("elevator", False)] and len(one["schedules"]) == 1
    for other in many:
        assert {name: (one[name], other[name]) for name in one if one[name] != other[name]} == {}
    assert {change.uuid for change in IndexChange.objects.all()} == {rows["b"].uuid, rows["c"].uuid}
    assert Schedule.objects.count() == 3


def test_what_was_not_touched_stays(editor):
    area = AreaFactory()
    made = entry("a", area)
    before = said(made)
    row = loaded(["a"])["a"]
    row.title = "Nyt"
    publish_changes(changes={row: {"title"}}, by=editor, at=NOW)
    after = said(made)
    for name in ("areas", "interests", "answers", "schedules"):
        assert before[name] == after[name] != []
    assert {k for k in before["row"] if before["row"][k] != after["row"][k]} == {"title", "last_published_at"}


def test_what_waited_for_approval_is_overtaken(editor):
    made = entry("a", AreaFactory())
    made.title = "Kladde"
    made.save_revision(user=editor)
    made.get_workflow().start(made, editor)
    row = loaded(["a"])["a"]
    publish_changes(changes={row: set()}, by=editor)
    assert not Activity.objects.get(pk=made.pk).workflow_in_progress


def test_what_is_not_public_is_refused(editor):
    hidden = ActivityFactory(live=False)
    with pytest.raises(ValueError, match="public"):
        publish_changes(changes={hidden: set()}, by=editor)


def test_queries_of_an_import_do_not_grow_with_its_changed_rows(editor):
    area = AreaFactory()
    for number in range(24):
        ActivityFactory(slug=f"kor-{number}", areas=[area], schedule_text="Hver tirsdag").save_revision().publish()

    def queries(numbers: range, title: str) -> int:
        rows = [{"Nøgle": f"kor-{number}", "Titel": f"{title} {number}", "Fra alder": number} for number in numbers]
        kept = try_import(content=book_of(rows), file_name="a.xlsx", by=editor)
        with CaptureQueriesContext(connection) as captured:
            carry_out(kept=kept, only_good=False, by=editor)
        assert Activity.objects.filter(title__startswith=title).count() == len(numbers)
        return len(captured)

    queries(range(1), "Varm")
    assert queries(range(2, 22), "Mange") - queries(range(22, 24), "Få") <= 4
