"""Where one kommune ends, what is near does not."""

from __future__ import annotations

import pytest

from tests.factories.catalogue import ActivityFactory, AreaFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def across(reindex) -> None:
    """Two villages 2 km apart, each in a kommune of its own, and a town of the other kommune 25 km away."""
    kommuner = {
        "Østkommunen": {"Engby": (55.300, 11.100)},
        "Vestkommunen": {"Lundby": (55.318, 11.100), "Fjernby": (55.525, 11.100)},
    }
    for number, (name, villages) in enumerate(kommuner.items()):
        kommune = AreaFactory(name=name, slug=f"kommune-{number}", latitude=55.4, longitude=11.3)
        for village, (latitude, longitude) in villages.items():
            code = ["4200"] if village == "Engby" else []
            area = AreaFactory(
                name=village,
                slug=village.lower(),
                parent=kommune,
                latitude=latitude,
                longitude=longitude,
                postcodes=code,
            )
            venue = VenueFactory(name=f"Huset i {village}", area=area, latitude=latitude, longitude=longitude)
            ActivityFactory(title=f"Kaffe i {village}", venue=venue)
    reindex()


@pytest.mark.parametrize("place", ["Engby", "engby", "4200", "55.300,11.100"])
def test_offers_just_across_the_boundary_are_included_when_near(client, across, place):
    html = client.get("/indsatskatalog/", {"naer": place, "radius": "5"}).content.decode()
    assert "Kaffe i Engby" in html
    assert "Kaffe i Lundby" in html
    assert "Kaffe i Fjernby" not in html


def test_nearer_than_the_boundary_is_nearer(client, across):
    html = client.get("/indsatskatalog/", {"naer": "Engby", "radius": "1"}).content.decode()
    assert "Kaffe i Engby" in html
    assert "Kaffe i Lundby" not in html
