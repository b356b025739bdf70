"""The pin of a place: points that are known, a map drawn here, and Denmark's edges."""

from __future__ import annotations

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalogue.models import Venue
from catalogue.pin import ground_of, in_denmark, suggestions
from tests.factories.catalogue import AreaFactory, VenueFactory
from tests.services.addresses import running

from . import typed

ON_ADD = "wagtailsnippets_catalogue_venue:advise_on_add"


def asked(admin: Client, **changes) -> str:
    return html.unescape(admin.post(reverse(ON_ADD), typed.venue(**changes)).json()["position"])


def test_the_same_address_comes_first(db):
    area = AreaFactory(name="Korsør", latitude=55.3, longitude=11.1)
    VenueFactory(name="Huset", address="Gaden 1", postcode="4220", area=area, latitude=55.33, longitude=11.14)
    VenueFactory(address="Gaden 9", postcode="4220", area=area, latitude=55.35, longitude=11.16)
    new = Venue(address="gaden 1 ", postcode="4220", area=area)
    assert [(found.words, round(found.latitude, 2)) for found in suggestions(new)] == [
        ("Samme adresse som Huset", 55.33),
        ("Midt mellem stederne i 4220", 55.34),
        ("Midt i Korsør", 55.3),
    ]


def test_nothing_is_known_of_nothing(db):
    assert suggestions(Venue()) == []
    assert ground_of(Venue()) is None


def test_the_map_has_the_places_of_the_kommune_inside_its_edges(db):
    kommune = AreaFactory(latitude=55.3, longitude=11.3)
    part = AreaFactory(parent=kommune, latitude=55.35, longitude=11.1)
    VenueFactory(area=kommune, latitude=55.4, longitude=11.4)
    VenueFactory(area=AreaFactory(), latitude=56.1, longitude=8.9)
    ground = ground_of(Venue(area=part, latitude=55.32, longitude=11.2, name="Nyt"))
    assert (len(ground.areas), len(ground.places), ground.pin.name) == (2, 1, "Nyt")
    assert ground.south < 55.3 < 55.4 < ground.north
    assert all(0 < dot.x < 640 and 0 < dot.y < ground.height for dot in [*ground.areas, *ground.places, ground.pin])
    # North is up, east is to the right.
    assert ground.places[0].y < ground.pin.y < ground.areas[0].y
    assert ground.pin.x < ground.places[0].x


def test_a_lone_area_has_a_map_too(db):
    ground = ground_of(Venue(area=AreaFactory()))
    assert ground.north - ground.south > 0.03
    assert ground.pin is None


def test_the_form_answers_with_map_and_suggestions(admin: Client):
    area = AreaFactory(name="Korsør", latitude=55.3, longitude=11.1)
    shown = asked(admin, area=area)
    assert "Midt i Korsør" in shown
    assert re.search(r'data-latitude="55\.3"', shown)
    assert "<svg" in shown
    assert "Vælg et område" in asked(admin, area=type("None", (), {"pk": ""})())


@pytest.mark.parametrize(("latitude", "longitude"), [("48,85", "2,35"), ("11,35", "55,4"), ("59,3", "18,1")])
def test_a_point_outside_denmark_is_refused(admin: Client, latitude: str, longitude: str):
    add = reverse("wagtailsnippets_catalogue_venue:add")
    page = admin.post(add, typed.venue(latitude=latitude, longitude=longitude)).content.decode()
    assert "Det ligger ikke i Danmark" in page
    assert not Venue.objects.exists()


@pytest.mark.parametrize("point", [(57.74, 10.63), (54.56, 11.97), (55.56, 8.08), (55.32, 15.19), (55.68, 12.57)])
def test_the_corners_of_denmark_are_in_it(point):
    assert in_denmark(*point)


def test_it_asks_as_often_whatever_the_number_of_places(admin: Client):
    area = AreaFactory()
    counts = []
    for more in (1, 60):
        VenueFactory.create_batch(more, area=area, latitude=55.33, longitude=11.14)
        with CaptureQueriesContext(connection) as queries:
            asked(admin, area=area)
        counts.append(len(queries))
    assert counts[0] == counts[1] < 30


def test_address_is_looked_up_only_when_somebody_asks(admin: Client, settings):
    with running() as service:
        settings.ADDRESS_SERVICE_URL = service.address
        assert "Find adressen" in asked(admin, address="Storgade 1", postcode="4220")
        assert service.asked == []
        found = asked(admin, address="Storgade 1", postcode="4220", **{"slaa-op": "1"})
        assert service.asked == ["Storgade 1, 4220"]
        assert re.search(r'data-latitude="55.3321"\s+data-longitude="11.1353">Storgade 1, 4220 Korsør<', found)
        assert "Fundet 2 adresser" in found
        for address, words in (("", "Skriv adressen først"), ("Ingen Vej 3", "kender ikke den adresse")):
            assert words in asked(admin, address=address, postcode="4220", **{"slaa-op": "1"})
        service.behaves = "down"
        assert "svarer ikke lige nu" in asked(admin, address="Storgade 1", postcode="4220", **{"slaa-op": "1"})


def test_without_a_service_there_is_no_button(admin: Client):
    assert "Find adressen" not in asked(admin, address="Storgade 1", postcode="4220", **{"slaa-op": "1"})
