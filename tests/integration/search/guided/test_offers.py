"""The end of the way: right offers, true reasons, and never nothing."""

from __future__ import annotations

import re
from html import unescape

import pytest

pytestmark = pytest.mark.django_db
OFFERS = "/find-noget-der-passer/forslag/"


@pytest.fixture
def offers(client, catalogue):
    """Title → reason, in order, with the headings of the parts before them as None."""

    def ask(answers: str) -> dict[str, str | None]:
        html = unescape(client.get(f"{OFFERS}?{answers}").content.decode())
        main = html.partition('id="given"')[0]
        found = re.findall(r'<h2 id="part[^>]*>([^<]+)|<h3 lang="da"><a[^>]*>([^<]+)|<p class="why">([^<]+)', main)
        titles: dict[str, str | None] = {}
        for heading, title, why in found:
            if why:
                titles[list(titles)[-1]] = why
            else:
                titles[(heading or title).strip()] = None
        return titles

    return ask


def test_reason_is_what_was_answered_and_is_true(offers):
    found = offers("savner=gaa&hvor=korsoer")
    assert found["Gåtur"] == "Fordi du vil gå med nogen, og det er i Korsør."
    assert list(found)[:2] == ["Forslag", "Gåtur"]


def test_what_comes_home_is_offered_where_it_serves(offers):
    assert offers("savner=besoeg&hvor=korsoer")["Besøgsven"] == (
        "Fordi de kan komme hjem til dig, og det er for hele Slagelse Kommune."
    )


def test_a_no_is_never_offered_and_the_unknown_stands_apart(offers):
    assert list(offers("savner=spise&hvor=vemmelev&behov=jeg-kan-ikke-selv-komme-derhen")) == [
        "Forslag",
        "Middag",
        "Spørg arrangøren",
        "Suppe",
    ]


def test_who_will_not_talk_of_feelings_gets_the_workshop_first(offers):
    found = offers("savner=lave&hvor=korsoer&lide=haender")
    assert list(found)[1:3] == ["Værksted", "Mandesnak ved værkstedet"]
    assert "lave noget sammen" in (found["Værksted"] or "")
    assert "lave noget sammen" not in (found["Mandesnak ved værkstedet"] or "")


def test_neighbours_are_offered_where_there_is_little(offers):
    found = list(offers("naar=formiddag&hvor=vemmelev"))
    assert found[0] == "Forslag" and set(found[1:4]) == {"Middag", "Suppe", "Frokost"}
    assert found[4] == "Lige ved siden af" and "Gåtur" in found[5:]


def test_when_nothing_meets_all_the_least_is_given_up(client, catalogue):
    html = client.get(f"{OFFERS}?savner=gaa&hvor=korsoer&naar=aften").content.decode()
    assert "ser bort fra hvornår det passer dig" in html
    assert "Gåtur" in html
    # Where there is nothing of it in the town, the kommune comes before giving up the wish.
    html = client.get(f"{OFFERS}?savner=gaa&hvor=vemmelev").content.decode()
    assert "ser bort fra lige netop det sted" in html
    assert "Gåtur" in html


def test_everything_skipped_still_ends_in_offers(client, catalogue):
    response = client.get(OFFERS)
    assert "Her er noget at begynde med" in response.content.decode()
    assert response.content.decode().count("<article") == 6


def test_an_empty_catalogue_says_so(client, reindex):
    reindex()
    html = client.get(f"{OFFERS}?savner=gaa").content.decode()
    assert "Ring til os" in html or "Der er ikke noget" in html


def test_all_are_the_same_search(client, catalogue):
    html = unescape(
        client.get(f"{OFFERS}?savner=spise&hvor=vemmelev&behov=jeg-kan-ikke-selv-komme-derhen").content.decode()
    )
    address = re.search(r'href="(/indsatskatalog/[^"]+)">Vis alle 2<', html)
    assert address
    found = client.get(address[1]).content.decode()
    assert "Middag" in found and "Suppe" in found and "Frokost" not in found


def test_few_queries(client, catalogue, django_assert_max_num_queries):
    client.get(OFFERS)
    for answers in ("savner=spise&hvor=vemmelev&behov=jeg-kan-ikke-selv-komme-derhen", "savner=nytte&naar=weekend", ""):
        with django_assert_max_num_queries(12):
            assert client.get(f"{OFFERS}?{answers}").status_code == 200
