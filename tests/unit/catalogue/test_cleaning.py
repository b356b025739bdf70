"""What the models refuse, field by field and in Danish."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests.factories.catalogue import ActivityFactory, AreaFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"age_min": 80, "age_max": 18}, "age_max", "mindst lige så høj"),
        ({"price_dkk": Decimal(-1)}, "price_dkk", "under 0"),
        ({"capacity": 5, "places_left": 6}, "places_left", "flere ledige pladser"),
        ({"delivery": ("fremmoede", "flyvende")}, "delivery", "flyvende"),
    ],
)
def test_a_contradiction_is_named_on_its_field(values: dict, field: str, words: str):
    activity = ActivityFactory()
    for name, value in values.items():
        setattr(activity, name, value)
    with pytest.raises(ValidationError) as error:
        activity.full_clean()
    assert list(error.value.message_dict) == [field]
    assert words in error.value.message_dict[field][0]


def test_ages_may_be_alike_and_places_may_all_be_free():
    activity = ActivityFactory(age_min=60, age_max=60, capacity=5, places_left=5)
    activity.full_clean()


def test_half_a_position_is_asked_for_the_other_half():
    venue = VenueFactory()
    venue.longitude = None
    with pytest.raises(ValidationError) as error:
        venue.full_clean()
    assert list(error.value.message_dict) == ["longitude"]


@pytest.mark.parametrize("own_parent", [0, 1, 2])
def test_an_area_cannot_lie_in_itself(own_parent: int):
    kommune = AreaFactory()
    by = AreaFactory(parent=kommune)
    kvarter = AreaFactory(parent=by)
    kommune.parent = [kommune, by, kvarter][own_parent]
    with pytest.raises(ValidationError) as error:
        kommune.full_clean()
    assert error.value.message_dict["parent"] == [
        "Et område kan ikke ligge i sig selv eller i et af sine egne områder."
    ]
