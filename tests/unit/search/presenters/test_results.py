import datetime

import pytest
from django.utils import timezone

from catalogue.choices import ActivityType
from search.presenters.results import count_words, results_page
from search.query import SearchQuery

from .answers import answer, facet

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("query", "parts", "words"),
    [
        (SearchQuery(), {"total": 195}, "195 aktiviteter"),
        (SearchQuery(text="kor"), {"total": 1}, "Vi fandt 1 aktivitet"),
        (SearchQuery(text="kor"), {"total": 23}, "Vi fandt 23 aktiviteter"),
        (SearchQuery(text="kor", page=2), {"total": 23}, "Vi fandt 23 aktiviteter – side 2 af 2"),
        (SearchQuery(text="kor"), {"total": 0}, "Vi fandt ikke noget, der passer på det hele"),
        (SearchQuery(text="x"), {"total": 8, "fits_exactly": False}, "Vi fandt ikke lige det. Her er 8, der ligner"),
    ],
)
def test_count_words_are_honest(query, parts, words):
    assert count_words(answer(query, **parts)) == words


def test_results_page_keeps_what_the_form_has_no_field_for():
    query = SearchQuery(text="kor", organisations=("koret",), sort="naeste", weekdays=("man",), page=3)
    assert results_page(answer(query), NOW, []).hidden == [("arrangoer", "koret"), ("sorter", "naeste")]


def test_results_page_of_a_part_stays_on_the_part():
    query = SearchQuery(text="kor", types=("opsoegende",), weekdays=("man",))
    results = answer(query, total=50, facets=(facet("type", ("opsoegende", "Opsøgende", 1)),))
    page = results_page(results, NOW, [], part=ActivityType.OUTREACH)
    assert page.heading == "Nogen kommer til dig"
    assert page.address == "/indsatskatalog/opsoegende/"
    assert page.facets == []
    assert [chip.address for chip in page.chosen] == ["/indsatskatalog/opsoegende/?q=kor"]
    assert page.clear_address == "/indsatskatalog/opsoegende/?q=kor"
    assert page.paging.next == "/indsatskatalog/opsoegende/?q=kor&dag=man&side=2"


def test_results_page_offers_distance_only_when_it_is_measured():
    assert [sort.words for sort in results_page(answer(total=2), NOW, []).sorts] == [
        "Bedste forslag først",
        "Først i kalenderen",
    ]


def test_results_page_is_for_search_engines_only_without_a_question():
    assert not results_page(answer(), NOW, []).noindex
    assert results_page(answer(SearchQuery(text="kor")), NOW, []).noindex
    assert not results_page(answer(SearchQuery(types=("opsoegende",))), NOW, [], part=ActivityType.OUTREACH).noindex
