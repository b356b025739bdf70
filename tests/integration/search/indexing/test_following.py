"""Whatever shows in a hit is in the index when the change is committed."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from catalogue.choices import Status
from catalogue.models import Activity, ActivityAccessibility, Area, Interest, Schedule, TargetGroup, VenueAccessibility
from search.engines import Engine
from search.indexing import mark_changed
from search.indexing.comparing import compare
from search.indexing.rebuilding import rebuild
from search.models import IndexChange
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    DateExceptionFactory,
    InterestFactory,
    ScheduleFactory,
    TargetGroupFactory,
    VenueFactory,
)

from .conftest import Commit

Change = Callable[[Activity], object]


@pytest.fixture
def activity(db: None) -> Activity:
    """In a town of a kommune, at an accessible place, every Monday."""
    kommune = AreaFactory(slug="kommune", name="Kommunen")
    town = AreaFactory(slug="by", name="Byen", parent=kommune)
    AreaFactory(slug="kvarter", name="Kvarteret", parent=town)
    AreaFactory(slug="nabokommune", name="Nabokommunen")
    venue = VenueFactory(area=town, accessibility={"trinfri_adgang": True, "elevator": False})
    made = ActivityFactory(
        venue=venue,
        interests=["motion"],
        target_groups=["mænd"],
        accessibility_answers={"teleslynge": True},
    )
    ScheduleFactory(activity=made)
    return Activity.objects.get(pk=made.pk)


def edited(target: Callable[[Activity], object], **values: object) -> Change:
    """A change that sets fields of something about the activity and saves it."""

    def change(activity: Activity) -> None:
        thing = target(activity)
        for name, value in values.items():
            setattr(thing, name, value)
        thing.save()  # type: ignore[attr-defined]

    return change


def published(activity: Activity) -> None:
    activity.title = "Udgivet med nyt navn"
    activity.save_revision().publish()


def tagged(name: str, factory: type[InterestFactory] | type[TargetGroupFactory]) -> Change:
    def change(activity: Activity) -> None:
        getattr(activity, name).add(factory(name="nyt ord"))
        activity.save()

    return change


def untagged(activity: Activity) -> None:
    activity.interests.clear()
    activity.save()


def served(*slugs: str) -> Change:
    def change(activity: Activity) -> None:
        activity.areas.set(Area.objects.filter(slug__in=slugs))
        activity.save()

    return change


def area(slug: str) -> Callable[[Activity], Area]:
    return lambda _activity: Area.objects.get(slug=slug)


CHANGES: dict[str, Change] = {
    "own text": edited(lambda activity: activity, title="Et andet navn"),
    "published": published,
    "paused": edited(lambda activity: activity, status=Status.PAUSED),
    "schedule": edited(lambda activity: activity.schedules.get(), rrule="FREQ=WEEKLY;BYDAY=TU"),
    "new schedule": lambda activity: ScheduleFactory(activity=activity, starts_on=datetime.date(2026, 12, 5), rrule=""),
    "schedule gone": lambda activity: Schedule.objects.filter(activity=activity).delete(),
    "date cancelled": lambda activity: DateExceptionFactory(activity=activity),
    "own answer": edited(lambda activity: activity.accessibility_answers.get(), holds=False),
    "own answer gone": lambda activity: ActivityAccessibility.objects.filter(activity=activity).delete(),
    "interest added": tagged("interests", InterestFactory),
    "target group added": tagged("target_groups", TargetGroupFactory),
    "interests gone": untagged,
    "areas": served("kommune", "nabokommune"),
    "areas from the other side": lambda activity: Area.objects.get(slug="nabokommune").activities.add(activity),
    "areas gone from the other side": lambda activity: Area.objects.get(slug="by").activities.clear(),
    "organisation renamed": edited(lambda activity: activity.organisation, name="Hjerterum"),
    "venue renamed": edited(lambda activity: activity.venue, name="Værket"),
    "venue moved": edited(lambda activity: activity.venue, latitude=55.9, longitude=11.9),
    "venue in another area": lambda activity: edited(lambda a: a.venue, area=Area.objects.get(slug="kvarter"))(
        activity
    ),
    "ramp": lambda activity: VenueAccessibility.objects.create(
        venue=activity.venue, feature="koerestolsvenlig", holds=True
    ),
    "lift repaired": edited(lambda activity: activity.venue.accessibility_answers.get(feature="elevator"), holds=True),
    "answer of the venue gone": lambda activity: VenueAccessibility.objects.filter(feature="elevator").delete(),
    "interest renamed": edited(lambda _activity: Interest.objects.get(), name="bevægelse"),
    "synonyms": edited(lambda _activity: Interest.objects.get(), synonyms="gymnastik"),
    "synonyms of a target group": edited(lambda _activity: TargetGroup.objects.get(), synonyms="herrer"),
    "area renamed": edited(area("by"), name="Købstaden"),
    "area with another address": edited(area("kommune"), slug="storkommune"),
    "area moved": lambda activity: edited(area("by"), parent=Area.objects.get(slug="nabokommune"))(activity),
    "area inside": lambda _activity: AreaFactory(slug="nyt-kvarter", parent=Area.objects.get(slug="by")),
    "area inside gone": lambda _activity: Area.objects.get(slug="kvarter").delete(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_change_that_shows_is_indexed_on_commit(
    activity: Activity, engine: Engine, commit: Commit, change: Change
) -> None:
    before = engine.fingerprints()
    with commit():
        change(activity)
        assert engine.fingerprints() == before
    assert compare().ids == []
    assert engine.fingerprints() != before
    assert not IndexChange.objects.exists()


GONE: dict[str, Change] = {
    "deleted": lambda activity: activity.delete(),
    "unpublished": lambda activity: activity.unpublish(),
    "ended": edited(lambda activity: activity, status=Status.ENDED),
    "deleted in bulk": lambda activity: Activity.objects.filter(pk=activity.pk).delete(),
}


@pytest.mark.parametrize("change", GONE.values(), ids=GONE.keys())
def test_what_may_not_be_found_leaves_the_index(
    activity: Activity, engine: Engine, commit: Commit, change: Change
) -> None:
    assert len(engine.fingerprints()) == 1
    with commit():
        change(activity)
    assert engine.fingerprints() == {}


def test_new_activity_is_found(activity: Activity, engine: Engine, commit: Commit) -> None:
    with commit():
        ActivityFactory()
    assert len(engine.fingerprints()) == 2
    assert compare().ids == []


NOTHING: dict[str, Change] = {
    "a draft": lambda activity: activity.save_revision(),
    "telephone of the organisation": edited(lambda activity: activity.organisation, phone="00 99 99 99"),
    "way to the venue": edited(lambda activity: activity.venue, transport="Der er en cykelsti."),
    "note of an answer": edited(lambda activity: activity.accessibility_answers.get(), note="Spørg ved døren."),
    "schedule saved as it was": lambda activity: activity.schedules.get().save(),
    "interest saved as it was": lambda _activity: Interest.objects.get().save(),
    "area saved as it was": lambda _activity: Area.objects.get(slug="by").save(),
}


@pytest.mark.parametrize("change", NOTHING.values(), ids=NOTHING.keys())
def test_change_that_does_not_show_marks_nothing(activity: Activity, change: Change) -> None:
    IndexChange.objects.all().delete()
    change(activity)
    assert not IndexChange.objects.exists()


def test_bulk_operations_mark_what_they_change(activity: Activity, engine: Engine, commit: Commit) -> None:
    other = ActivityFactory()
    rebuild()
    with commit():
        everything = Activity.objects.all()
        everything.update(title="I flok")
        mark_changed(everything)
    assert compare().ids == []
    with commit():
        Activity.objects.filter(pk=other.pk).update(title="For sig")
        mark_changed([other])
    assert compare().ids == []


def test_marking_what_no_document_is_made_of_is_refused(activity: Activity) -> None:
    with pytest.raises(TypeError, match="Organisation"):
        mark_changed([activity.organisation])


def test_one_change_of_many_activities_costs_as_many_queries_as_of_few(
    activity: Activity, engine: Engine, commit: Commit, django_assert_max_num_queries: Callable
) -> None:
    for _ in range(30):
        ActivityFactory(organisation=activity.organisation)
    rebuild()
    with django_assert_max_num_queries(45), commit():
        activity.organisation.name = "Et nyt navn"
        activity.organisation.save()
    assert compare().ids == []
