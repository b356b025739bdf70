"""The map: the same hits as the list, pins that are links with names, no script unless tiles are set."""

from __future__ import annotations

import re
from html import unescape

import pytest

from catalogue.choices import Delivery
from tests.factories.catalogue import ActivityFactory, AreaFactory, VenueFactory

pytestmark = pytest.mark.django_db
MAP = "/indsatskatalog/kort/"


@pytest.fixture
def catalogue(reindex):
    """Two houses side by side in Korsør, one far away in Slagelse, one without a position, and something at home."""
    kommune = AreaFactory(name="Slagelse Kommune", slug="kommune", latitude=55.35, longitude=11.25)
    korsoer = AreaFactory(name="Korsør", slug="korsoer", parent=kommune, latitude=55.33, longitude=11.14)
    slagelse = AreaFactory(name="Slagelse", slug="slagelse", parent=kommune, latitude=55.4, longitude=11.35)
    places = {
        "Kor": VenueFactory(name="Sanghuset", area=korsoer, latitude=55.33, longitude=11.14),
        "Skak": VenueFactory(name="Klubben", area=korsoer, latitude=55.334, longitude=11.145),
        "Kaffe": VenueFactory(name="Salen", area=slagelse, latitude=55.402, longitude=11.352),
        "Dans": VenueFactory(name="Et sted", area=slagelse, latitude=None, longitude=None),
    }
    for title, venue in places.items():
        ActivityFactory(title=title, venue=venue)
    ActivityFactory(title="Nodelære", venue=places["Kor"])
    ActivityFactory(title="Besøg", venue=None, areas=[kommune], delivery=(Delivery.AT_HOME.value,))
    reindex()


def pins(html: str) -> dict[str, str]:
    """Name of a pin → where it leads."""
    found = re.findall(r'<a href="([^"]+)" class="pin[^"]*"[^>]*><title>([^<]+)', html)
    return {unescape(name): unescape(address) for address, name in found}


def titles(html: str) -> set[str]:
    return {"Kor", "Skak", "Kaffe", "Dans", "Nodelære", "Besøg"} & set(re.findall(r'lang="da">([^<]+)</a>', html))


def test_list_beside_the_map_is_the_list(client, catalogue):
    for question in ("", "?omraade=korsoer", "?form=hjemme", "?q=kor"):
        html = client.get(MAP + question).content.decode()
        listed = client.get("/indsatskatalog/" + question).content.decode()
        assert titles(html) == set(re.findall(r"/aktivitet-\d+/\">(?:<mark>)?([^<]+)", listed)) != set()


def test_list_on_paper_has_a_number_for_each(client, catalogue):
    html = client.get(MAP).content.decode()
    assert html.count('class="print-only ask"') == len(titles(html)) > 3


def test_pins_are_named_after_activity_and_place_and_lead_into_the_list(client, catalogue):
    html = client.get(f"{MAP}?omraade=slagelse").content.decode()
    found = pins(html)
    assert found["Kaffe, Salen"].startswith("#sted-")
    assert f'id="{found["Kaffe, Salen"][1:]}"' in html
    assert "Uden for kortet" in html


def test_what_stands_close_is_one_pin_that_leads_closer(client, catalogue):
    found = pins(client.get(MAP).content.decode())
    [name] = [name for name in found if name.startswith("2 steder i Korsør")]
    assert "3 aktiviteter" in name
    closer = found[name]
    assert "udsnit=" in closer and closer.endswith("#kort")
    html = client.get(closer.partition("#")[0]).content.decode()
    near = pins(html)
    assert set(near) == {"Skak, Klubben", next(name for name in near if name.startswith("Sanghuset: "))}
    assert "Vis hele kortet" in html
    assert "Kaffe" in titles(html)


def test_nothing_found_has_ways_on(client, catalogue):
    html = client.get(f"{MAP}?interesse=findes-ikke").content.decode()
    assert "Vis alt på kortet" in html and '<svg class="outline-map' not in html


def test_results_lead_to_the_map_and_the_calendar_with_the_same_question(client, catalogue):
    html = client.get("/indsatskatalog/?omraade=korsoer&sorter=naeste").content.decode()
    assert f'href="{MAP}?omraade=korsoer&amp;sorter=naeste"' in html
    assert 'href="/kalender/?omraade=korsoer"' in html


def test_without_tiles_there_is_no_script_of_the_map(client, catalogue):
    html = client.get(MAP).content.decode()
    assert "map.js" not in html and "data-tiles" not in html


def test_with_tiles_leaflet_is_loaded_here_alone(client, catalogue, settings):
    settings.MAP_TILES_URL = "https://tiles.example.dk/{z}/{x}/{y}.png"
    settings.MAP_TILES_ATTRIBUTION = '© <b>Kort"'
    html = client.get(MAP).content.decode()
    assert "build/map.js" in html and "build/map.css" in html
    assert 'data-tiles="https://tiles.example.dk/{z}/{x}/{y}.png"' in html
    assert "<b>Kort" not in html
    assert '<svg class="outline-map"' in html  # what stands there until the script runs
    assert "map.js" not in client.get("/indsatskatalog/").content.decode()


def test_nonsense_is_answered(client, catalogue):
    for value in ("", "\x00", "nan,nan,nan,nan", "1,2,3,4", "💬", "9" * 400, "0,0,0,0"):
        assert client.get(MAP, {"udsnit": value, "naer": value, "q": value}).status_code == 200


def test_few_queries_at_any_size(client, catalogue, reindex, django_assert_max_num_queries):
    for size in (0, 15):
        for _ in range(size):
            ActivityFactory()
        reindex()
        client.get(MAP)
        with django_assert_max_num_queries(12):
            client.get(f"{MAP}?sorter=relevans")
