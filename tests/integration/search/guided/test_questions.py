"""One question a page: every answer in the address, every question may be skipped, and nothing typed can break it."""

from __future__ import annotations

import re
from html import unescape

import pytest

pytestmark = pytest.mark.django_db
START = "/find-noget-der-passer/"


def words(response) -> str:
    return unescape(response.content.decode())


def test_first_question_is_named_in_the_title_with_the_progress(client, catalogue):
    html = words(client.get(START))
    assert "<title>Hvad savner du? – Spørgsmål 1 af 5 –" in " ".join(html.split()).replace("<title> ", "<title>")
    assert html.count("<h1>") == 1
    assert "Tilbage" not in html


def test_an_answer_leads_to_the_next_question_and_stays(client, catalogue):
    response = client.get(f"{START}?savner=gaa&videre=1")
    assert (response.status_code, response["Location"]) == (302, f"{START}hvor/?savner=gaa")
    html = words(client.get(response["Location"]))
    assert '<input type="hidden" name="savner" value="gaa">' in html
    assert f'href="{START}?savner=gaa"' in html


def test_the_answer_stands_when_one_comes_back(client, catalogue):
    assert re.search(r'value="gaa" checked', words(client.get(f"{START}?savner=gaa")))


def test_skipping_leaves_out_this_answer_alone(client, catalogue):
    html = words(client.get(f"{START}hvor/?savner=gaa&hvor=korsoer"))
    assert re.search(rf'href="{START}lide/\?savner=gaa">Spring over', html)


def test_the_last_question_leads_to_the_offers(client, catalogue):
    response = client.get(f"{START}naar/?savner=gaa&naar=formiddag&videre=1")
    assert response["Location"] == f"{START}forslag/?savner=gaa&naar=formiddag"


def test_pressing_on_without_an_answer_is_told_kindly(client, catalogue):
    html = words(client.get(f"{START}?videre=1"))
    assert 'role="alert"' in html and "autofocus" in html
    assert "Vælg et svar, eller tryk på »Spring over«." in html
    assert 'href="#svar-1"' in html and 'id="svar-1"' in html
    assert "Fejl: Hvad savner du?" in html


def test_an_unknown_answer_is_told_and_not_repeated_as_markup(client, catalogue):
    response = client.get(f"{START}hvor/?hvor=%3Cscript%3Ealert&savner=gaa")
    assert "<script>alert" not in response.content.decode()
    assert "Det svar kender vi ikke" in words(response)


def test_only_options_that_lead_somewhere_are_shown(client, catalogue):
    html = words(client.get(f"{START}lide/?hvor=vemmelev"))
    assert "Mad og fælles måltider" in html
    assert "Gaming" not in html and "At bruge hænderne" not in html
    places = words(client.get(f"{START}hvor/?savner=gaa"))
    assert 'value="korsoer"' in places and 'value="vemmelev"' not in places


def test_unknown_question_is_not_found(client, catalogue):
    assert client.get(f"{START}alt/").status_code == 404


def test_nonsense_is_answered(client, catalogue):
    names = ("savner", "hvor", "lide", "behov", "naar", "videre")
    for value in ("", " ", "\x00", "a" * 5000, "💬", "1 OR 1=1", "{{ x }}", "../.."):
        for page in ("", "hvor/", "lide/", "behov/", "naar/", "forslag/"):
            assert client.get(START + page, dict.fromkeys(names, value)).status_code == 200


def test_few_queries(client, catalogue, django_assert_max_num_queries):
    client.get(START)
    for page in ("", "hvor/", "lide/", "behov/", "naar/"):
        with django_assert_max_num_queries(12):
            client.get(f"{START}{page}?savner=spise&hvor=vemmelev")
