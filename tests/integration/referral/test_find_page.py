"""The page where a professional finds offers."""

import re

import pytest

from tests.factories.catalogue import ActivityFactory, AreaFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/for-fagfolk/find/"


def test_empty_page_asks_and_answers_nothing(client):
    html = client.get(ADDRESS).content.decode()
    assert "Hvad savner personen?" in html
    assert "passer bedst" not in html


def test_answers_hold_offers_reasons_and_questions(client):
    ActivityFactory(title="Koret i Korsør", interests=["kor"])
    html = client.get(ADDRESS, {"kan_lide": "kor", "hindring": "koerestol"}).content.decode()
    assert "1 tilbud, der passer" in html
    assert "Koret i Korsør" in html
    assert "personen kan lide kor" in html
    assert "Er der plads til en kørestol?" in html


def test_nothing_that_fits_is_said_and_the_form_stays_open(client):
    ActivityFactory(age_max=20)
    html = client.get(ADDRESS, {"alder": "90"}).content.decode()
    assert "Vi fandt ingen tilbud" in html
    assert re.search(r'<details class="needs-again"[^>]* open>', html)


def test_what_cannot_be_read_is_named_and_kept_and_the_rest_is_answered(client):
    ActivityFactory(title="Koret", interests=["kor"])
    html = client.get(ADDRESS, {"alder": "gammel", "kan_lide": "kor", "omraade": "maanen"}).content.decode()
    assert "Skriv alderen som et helt tal" in html
    assert 'value="gammel"' in html
    assert "Det område kender vi ikke" in html
    assert "Koret" in html


def test_postcode_is_read_as_the_area_that_has_it(client):
    home = AreaFactory(slug="korsoer", name="Korsør", parent=AreaFactory(slug="kommunen"), postcodes=["4220"])
    ActivityFactory(title="Koret i Korsør", areas=[home], venue=None, delivery=("hjemme",))
    ActivityFactory(title="Langt væk", areas=[AreaFactory(slug="andetsteds")], venue=None, delivery=("hjemme",))
    html = client.get(ADDRESS, {"postnr": "4220", "omraade": "andetsteds"}).content.decode()
    assert "Koret i Korsør" in html
    assert "Langt væk" not in html
    assert '<option value="korsoer" selected>' in html
    assert 'name="postnr" value' not in html


def test_postcode_that_no_area_has_is_named_and_kept(client):
    html = client.get(ADDRESS, {"postnr": "9999", "alder": "80"}).content.decode()
    assert "Det postnummer kender vi ikke" in html
    assert 'value="9999"' in html


@pytest.mark.parametrize(
    "address", ["?alder=%00", "?kan_lide=" + "x" * 5000, "?savner=<script>", "?alder=1e9", "?omraade="]
)
def test_absurd_addresses_get_an_honest_page(client, address):
    AreaFactory()
    response = client.get(ADDRESS + address)
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().replace("<script type=", "")


def test_page_sets_no_cookie_and_is_not_indexed(client):
    response = client.get(ADDRESS, {"alder": "80"})
    assert not response.cookies
    assert 'name="robots" content="noindex' in response.content.decode()
