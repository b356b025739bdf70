"""What the catalogue's models and the database itself hold to."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from catalogue.choices import ActivityType, Status
from catalogue.models import (
    Activity,
    AreaPostcode,
    DateException,
    FormerSlug,
    Schedule,
    Venue,
)
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    DateExceptionFactory,
    OrganisationFactory,
    ScheduleFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


def refused(change) -> bool:
    """Whether the database refuses what `change` writes."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "values",
    [
        {"type": "andet"},
        {"character": "andet"},
        {"signup": "andet"},
        {"status": "andet"},
        {"age_min": 60, "age_max": 50},
        {"price_dkk": -1},
        {"capacity": 5, "places_left": 6},
    ],
)
def test_activity_with_impossible_values_is_refused_by_the_database(values):
    activity = ActivityFactory()
    assert refused(lambda: Activity.objects.filter(pk=activity.pk).update(**values))


def test_places_and_schedules_out_of_bounds_are_refused_by_the_database():
    venue, schedule, area = (
        VenueFactory(),
        ScheduleFactory(),
        AreaFactory(postcodes=["4220"]),
    )
    assert refused(lambda: Venue.objects.filter(pk=venue.pk).update(latitude=91))
    assert refused(lambda: Venue.objects.filter(pk=venue.pk).update(latitude=None))
    assert refused(lambda: Venue.objects.filter(pk=venue.pk).update(postcode="42"))
    assert refused(lambda: Schedule.objects.filter(pk=schedule.pk).update(minutes=0))
    assert refused(lambda: AreaPostcode.objects.create(area=area, code="4220"))
    assert refused(lambda: AreaPostcode.objects.create(area=area, code="42 0"))


def test_a_moved_date_needs_a_new_date_and_a_cancelled_one_has_none():
    exception = DateExceptionFactory()
    assert refused(lambda: DateException.objects.filter(pk=exception.pk).update(kind="flyttet"))
    assert refused(
        lambda: DateException.objects.filter(pk=exception.pk).update(moved_to_date=datetime.date(2026, 12, 1))
    )
    assert refused(lambda: DateExceptionFactory(activity=exception.activity))


def test_published_holds_active_and_paused_but_neither_ended_nor_drafts():
    active, paused = ActivityFactory(), ActivityFactory(status=Status.PAUSED)
    ActivityFactory(status=Status.ENDED)
    ActivityFactory(live=False)
    assert set(Activity.objects.published()) == {active, paused}


def test_in_area_holds_the_parts_and_the_whole_but_not_the_neighbour():
    kommune = AreaFactory()
    town, neighbour = AreaFactory(parent=kommune), AreaFactory(parent=kommune)
    part = AreaFactory(parent=town)
    everywhere, here, inside = (ActivityFactory(areas=[area]) for area in (kommune, town, part))
    beside = ActivityFactory(areas=[neighbour])
    assert set(Activity.objects.in_area(town)) == {everywhere, here, inside}
    assert set(Activity.objects.in_area(kommune)) == {everywhere, here, inside, beside}


def test_accessibility_of_the_activity_wins_over_the_places():
    venue = VenueFactory(accessibility={"teleslynge": True, "elevator": True})
    activity = ActivityFactory(venue=venue, accessibility_answers={"elevator": False, "siddepladser": True})
    answers = activity.accessibility()
    assert {feature: answer for feature, (answer, _note) in answers.items()} == {
        "teleslynge": True,
        "elevator": False,
        "siddepladser": True,
    }


def test_a_former_slug_leads_to_the_entry_until_another_takes_it():
    organisation = OrganisationFactory(slug="gammel")
    organisation.slug = "ny"
    organisation.save()
    assert FormerSlug.find(type(organisation), "gammel") == organisation
    assert FormerSlug.find(Activity, "gammel") is None
    OrganisationFactory(slug="gammel")
    assert FormerSlug.find(type(organisation), "gammel") is None


def test_address_of_a_relational_activity_names_the_part_of_the_catalogue():
    assert [kind.path for kind in ActivityType] == [
        "opsoegende",
        "forebyggende",
        "relationelle",
    ]
    assert ActivityType.from_path("relationelle") is ActivityType.RELATIONAL
    with pytest.raises(ValueError, match="relationel"):
        ActivityType.from_path("relationel")


def test_a_revision_restores_what_the_entry_held():
    activity = ActivityFactory(
        interests=["kor"],
        accessibility_answers={"elevator": True},
        delivery=("hjemme", "telefon"),
    )
    ScheduleFactory(activity=activity, exdates=(datetime.date(2026, 10, 12),))
    activity = Activity.objects.get(pk=activity.pk)
    activity.title = "En kladde"
    draft = activity.save_revision().as_object()
    assert draft.title == "En kladde"
    assert draft.delivery == ("hjemme", "telefon")
    assert [term.name for term in draft.interests.all()] == ["kor"]
    assert [schedule.exdates for schedule in draft.schedules.all()] == [(datetime.date(2026, 10, 12),)]
    assert [answer.feature for answer in draft.accessibility_answers.all()] == ["elevator"]
    assert Activity.objects.get(pk=activity.pk).title != "En kladde"


def test_a_slug_with_spaces_or_capitals_is_refused_with_a_hint():
    activity = ActivityFactory.build(slug="Med Mellemrum", organisation=OrganisationFactory(), venue=VenueFactory())
    with pytest.raises(ValidationError) as error:
        activity.clean_fields()
    assert "bindestreger" in str(error.value.message_dict["slug"])
