import pytest
from django.core.exceptions import ValidationError

from catalogue.models import Area, Venue
from catalogue.presenters.way import way_to


def venue(**values) -> Venue:
    area = Area(name="Slagelse by", slug="slagelse-by")
    return Venue(**{"name": "Sct. Mikkels", "slug": "sct-mikkels", "postcode": "4200", "area": area, **values})


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Gammel Torv 7", "Gammel Torv 7, 4200 Slagelse by"),
        ("Gammel Torv 7, 4200 Slagelse", "Gammel Torv 7, 4200 Slagelse"),
        ("", "4200 Slagelse by"),
    ],
)
def test_address_says_the_postcode_once(address, words):
    assert way_to(venue(address=address)).address == words


def test_map_is_asked_for_the_address_and_nothing_else():
    way = way_to(venue(address="Gammel Torv 7 & 9"))
    assert way.map == "https://www.openstreetmap.org/directions?to=Gammel+Torv+7+%26+9%2C+4200+Slagelse+by"


def test_telephone_map_needs_a_position():
    assert way_to(venue()).geo == ""
    way = way_to(venue(latitude=55.4, longitude=11.35))
    assert way.geo == "geo:55.40000,11.35000?q=55.40000%2C11.35000%28Sct.%20Mikkels%2C%204200%20Slagelse%20by%29"


def test_transport_is_read_as_paragraphs():
    assert [block.lines for block in way_to(venue(transport="Bus 901.\n\nTi minutters gang.")).transport] == [
        ["Bus 901."],
        ["Ti minutters gang."],
    ]


@pytest.mark.parametrize(("metres", "minutes"), [(30, 1), (300, 5), (310, 6)])
def test_walk_from_the_stop_is_slow(metres, minutes):
    stop = way_to(venue(stop_name="Korsør Station", stop_metres=metres)).stop
    assert stop is not None
    assert (stop.name, stop.metres, stop.minutes) == ("Korsør Station", metres, minutes)


def test_stop_that_is_not_known_is_not_told():
    assert way_to(venue()).stop is None


@pytest.mark.parametrize(
    ("half", "empty"), [({"stop_name": "Havnen"}, "stop_metres"), ({"stop_metres": 9}, "stop_name")]
)
def test_stop_and_distance_go_together(half, empty):
    with pytest.raises(ValidationError) as refused:
        venue(**half).clean()
    assert list(refused.value.message_dict) == [empty]
