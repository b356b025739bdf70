"""The host of a map's tiles, as the policy of the pages names it."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.settings.tiles import tile_sources


def test_host_of_an_address():
    assert tile_sources("https://tiles.example.dk/{z}/{x}/{y}.png?key=1") == ["https://tiles.example.dk"]
    assert tile_sources("https://{s}.tiles.example.dk:8443/{z}/{x}/{y}.png") == ["https://*.tiles.example.dk:8443"]


def test_no_address_lets_nobody_in():
    assert tile_sources("") == []
    assert settings.CONTENT_SECURITY_POLICY["img-src"] == ["'self'", "data:"]


@pytest.mark.parametrize(
    "address", ["tiles.example.dk", "https://tiles.example.dk/", "javascript:{z}{x}{y}", "https://a b/{z}/{x}/{y}"]
)
def test_what_is_no_address_of_tiles_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match="MAP_TILES_URL"):
        tile_sources(address)
