"""What the services of addresses answer, and what we make of it. They are played by `tests.services.addresses`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from urllib3 import Timeout

from catalogue import addresses
from catalogue.addresses import NoAnswer, is_offered, look_up
from tests.services.addresses import Service, running

BOTH = pytest.mark.parametrize("behaves", ["dawa", "gsearch"])


@pytest.fixture(scope="module")
def played() -> Iterator[Service]:
    with running() as service:
        yield service


@pytest.fixture
def service(played: Service, settings: Any) -> Service:
    settings.ADDRESS_SERVICE_URL = played.address
    played.behaves = "dawa"
    played.asked.clear()
    return played


@BOTH
def test_address_becomes_points(service: Service, behaves: str):
    service.behaves = behaves
    found = look_up(" Storgade  1", "4220")
    assert [(one.words, one.latitude, one.longitude) for one in found] == [
        ("Storgade 1, 4220 Korsør", 55.3321, 11.1353),
        ("Storgade 1A, 4220 Korsør", 55.3322, 11.1354),
    ]
    assert service.asked == ["Storgade 1, 4220"]


@BOTH
def test_unknown_address_is_no_error(service: Service, behaves: str):
    service.behaves = behaves
    assert look_up("Findes Ikke 7", "4220") == []


@pytest.mark.parametrize("behaves", ["slow", "broken", "down", "huge", "elsewhere"])
def test_what_does_not_answer_says_what_to_do(service: Service, behaves: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(addresses, "SECONDS", Timeout(connect=1.0, read=0.3))
    service.behaves = behaves
    with pytest.raises(NoAnswer, match="Klik på kortet"):
        look_up("Storgade 1", "4220")
    assert len(service.asked) == 1, "asked once, and not sent on"


def test_nobody_there_says_the_same(settings: Any):
    settings.ADDRESS_SERVICE_URL = "http://127.0.0.1:9/?q={address}"
    with pytest.raises(NoAnswer):
        look_up("Storgade 1", "4220")


@pytest.mark.parametrize("url", ["", "https://adresser.example/uden-plads"])
def test_without_the_setting_nothing_is_asked(settings: Any, url: str):
    settings.ADDRESS_SERVICE_URL = url
    assert not is_offered()
    assert look_up("Storgade 1", "4220") == []


def test_letters_that_mean_something_in_an_address_stay_letters(service: Service):
    look_up("Å & Ø? #1/2 {address}", "")
    assert service.asked == ["Å & Ø? #1/2 {address}"]


@pytest.mark.parametrize(
    "row",
    [
        {"betegnelse": "I havet", "x": 2.0, "y": 51.0},
        {"betegnelse": "Byttet om", "x": 55.3, "y": 11.1},
        {"betegnelse": "Uden punkt", "x": None, "y": None},
        {"betegnelse": "Som tekst", "x": "11.1", "y": "55.3"},
        {"visningstekst": "Tomt punkt", "geometri": {"type": "Point", "coordinates": []}},
        {"x": 11.1, "y": 55.3},
        ["x"],
        None,
    ],
    ids=lambda row: str(row and row[0] if isinstance(row, list) else (row or {}).get("betegnelse", "other")),
)
def test_rows_without_a_point_in_denmark_are_left_out(row: object):
    assert addresses._suggestion(row) is None
