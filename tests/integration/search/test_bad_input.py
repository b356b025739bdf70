"""Nothing that a person, a robot or a broken link can put into an address makes a page fail."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search.query import PARAMETERS
from tests.factories.catalogue import ActivityFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
PAGES = ["/indsatskatalog/", "/indsatskatalog/opsoegende/", "/indsatskatalog/relationelle/"]
HONEST = {200, 400, 404}

NASTY = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "%",
    "*",
    "?*",
    "title:kor",
    "(kor",
    '"kor',
    "kor AND",
    "NOT NOT",
    "a~99999999999",
    "a^1e999",
    "[1 TO *]",
    "\\",
    "/.*/",
    "'; DROP TABLE catalogue_activity; --",
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}",
    "{% include 'x' %}",
    "💬👵🏽🏳️‍🌈",
    "\u202e\u200b\ufeff",
    "e\u0301" * 300,
    "\ud7ff\uffff",
    "a" * 10_000,
    "gåtur " * 2_000,
    "-1",
    "0",
    "1e9",
    "9" * 400,
    "NaN",
    "inf",
    "٤٢٠٠",
    "0000-00-00",
    "9999-99-99",
    "55.3,11.1",
    "999,999",
    "-90,-180",
    "NaN,NaN",
    "../../etc/passwd",
    "koerestolsvenlig",
    "relevans",
    "afstand",
]
values = st.one_of(st.sampled_from(NASTY), st.text(max_size=60), st.integers().map(str), st.dates().map(str))
questions = st.lists(st.tuples(st.one_of(st.sampled_from(list(PARAMETERS)), st.text(max_size=8)), values), max_size=8)
raw = st.binary(max_size=80).map(lambda octets: "".join(f"%{octet:02X}" for octet in octets))
quietly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def octets(text: str) -> bytes:
    """Text as a browser with a broken keyboard might send it, half characters included."""
    return text.encode("utf-8", "surrogatepass")


@pytest.fixture
def catalogue(reindex):
    """A few entries, so that there is something to find, sort and page through."""
    for words in ("Gåtur i skoven", "Kor for alle", "Kaffe og kort"):
        ScheduleFactory(activity=ActivityFactory(title=words, interests=["kor"], target_groups=["alle"]))
    reindex()


@pytest.fixture
def answer(client, catalogue):
    """Asks an address; the answer is honest and in Danish, and what was typed is not markup."""

    def ask(address: str):
        response = client.get(address)
        assert response.status_code in HONEST
        html = response.content.decode()
        assert '<html lang="da">' in html
        assert "<script>alert" not in html
        return response

    return ask


@quietly
@given(page=st.sampled_from(PAGES), question=questions)
def test_any_question_gets_an_answer(answer, page, question):
    answer(f"{page}?{urlencode([(octets(name), octets(value)) for name, value in question])}")


@quietly
@given(page=st.sampled_from(PAGES), percent=raw, name=st.sampled_from(list(PARAMETERS)))
def test_any_octets_get_an_answer(answer, page, percent, name):
    answer(f"{page}?{name}={percent}")


@quietly
@given(
    path=st.text(max_size=40), under=st.sampled_from(["", "indsatskatalog/", "indsatskatalog/relationelle/", "steder/"])
)
@example(path="a\x00b", under="")
@example(path="a\x00b", under="steder/")
def test_any_path_gets_an_answer(client, path, under):
    address = "/" + under + quote(octets(path))
    assert client.get(address, follow=True).status_code in HONEST | {405}


@pytest.mark.parametrize("name", ["q", "naer"])
def test_typed_parameters_take_everything(answer, name):
    for value in NASTY:
        assert answer(f"/indsatskatalog/?{urlencode({name: octets(value)})}").status_code == 200


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_every_parameter_takes_everything_at_once(answer, name):
    values = [(name, octets(value)) for value in NASTY]
    assert answer(f"/indsatskatalog/?{urlencode(values)}").status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "2", "1000", "1001", "99999999999999999999", "to"])
def test_absurd_pages_show_what_there_is(answer, page):
    assert "Gåtur i skoven" in answer(f"/indsatskatalog/?side={page}").content.decode()


def test_too_many_parameters_are_refused_in_danish(answer):
    response = answer("/indsatskatalog/?" + "&".join(f"dag={number}" for number in range(10_001)))
    assert response.status_code == 400
    assert "Det kan vi ikke læse" in response.content.decode()


def test_unknown_values_are_named_and_do_not_empty_the_page(answer):
    html = answer("/indsatskatalog/?dag=ugedag&pris=dyrt&sorter=baglaens").content.decode()
    assert "ugedag, dyrt, baglaens" in html or "baglaens" in html
    assert "Gåtur i skoven" in html


def test_what_cannot_be_read_gets_focus_and_is_kept(answer):
    html = answer("/indsatskatalog/?alder=gammel&naer=%C3%A6blehaven").content.decode()
    assert "autofocus" in html
    assert 'href="#alder"' in html
    assert 'value="gammel"' in html
    assert 'value="æblehaven"' in html
