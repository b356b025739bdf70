"""The page where a professional finds offers."""

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
    assert '<details class="needs-again" open>' in html


def test_what_cannot_be_read_is_named_and_kept_and_the_rest_is_answered(client):
    ActivityFactory(title="Koret", interests=["kor"])
    html = client.get(ADDRESS, {"alder": "gammel", "kan_lide": "kor", "omraade": "maanen"}).content.decode()
    assert "Skriv alderen som et helt tal" in html
    assert 'value="gammel"' in html
    assert "Det område kender vi ikke" in html
    assert "Koret" in html


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
