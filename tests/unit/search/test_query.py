"""The question, read from and printed to the query string."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.choices import Sort
from search.query import (
    MANY,
    MAX_PAGE,
    MAX_TEXT,
    PARAMETERS,
    Ignored,
    SearchQuery,
    clean_text,
)

slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


def many(name: str):
    values = MANY[name]
    items = st.sampled_from(list(values)) if values is not None else slugs
    return st.frozensets(items, max_size=4).map(lambda chosen: tuple(sorted(chosen)))


queries = st.builds(
    SearchQuery,
    text=st.text(max_size=60).map(clean_text),
    near=st.one_of(
        st.just(""),
        slugs,
        st.just("4220"),
        st.just("55.33,11.14"),
        st.just("-1.5,-170"),
        st.just("Sdr. Højrup"),
        st.just("4220 Korsør"),
    ),
    radius=st.integers(1, 200),
    age=st.none() | st.integers(0, 120),
    date_from=st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2200, 12, 31)),
    date_to=st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2200, 12, 31)),
    sort=st.sampled_from(Sort.values),
    page=st.integers(1, MAX_PAGE),
    **{PARAMETERS[name]: many(name) for name in MANY},
)


@given(queries)
def test_a_question_printed_and_read_again_is_the_same(query):
    again = SearchQuery.parse(parse_qs(query.urlencode()))
    assert again == query
    assert again.ignored == ()


@given(st.dictionaries(st.sampled_from(sorted(PARAMETERS)), st.lists(st.text(max_size=400), max_size=4)))
def test_anything_at_all_is_read_and_what_was_read_is_stable(parameters):
    query = SearchQuery.parse(parameters)
    assert SearchQuery.parse(parse_qs(query.urlencode())) == query
    assert len(query.text) <= MAX_TEXT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "ukendt"),
        ("dag", "mandag"),
        ("omraade", "Korsør!"),
        ("alder", "200"),
        ("alder", "²"),
        ("side", "0"),
        ("side", "1001"),
        ("radius", "0"),
        ("fra", "i morgen"),
        ("til", "1066-10-14"),
        ("naer", "91,200"),
        ("naer", "<script>"),
        ("sorter", "dyrest"),
    ],
)
def test_what_means_nothing_is_left_out_and_named(name, value):
    query = SearchQuery.parse({name: [value]})
    assert query == SearchQuery()
    assert query.ignored == (Ignored(name, value),)


def test_a_long_text_is_cut_and_the_page_can_say_so():
    query = SearchQuery.parse({"q": ["gåtur " * 2000]})
    assert len(query.text) <= MAX_TEXT
    assert query.ignored[0].parameter == "q"


def test_control_characters_and_loose_accents_are_cleaned_from_the_text():
    assert SearchQuery.parse({"q": ["  ga\u030atur\x00\ti\n Korsør "]}).text == "gåtur i Korsør"


def test_a_value_is_added_and_taken_away_and_the_page_starts_again():
    query = SearchQuery(page=3).with_value("dag", "tor").with_value("dag", "man")
    assert query.weekdays == ("man", "tor")
    assert query.page == 1
    assert query.without_value("dag", "man").weekdays == ("tor",)


def test_empty_and_filtered_say_whether_anything_was_asked():
    assert SearchQuery(sort="naeste", page=4).is_empty
    assert not SearchQuery(text="kor").is_empty
    assert not SearchQuery(text="kor").is_filtered
    assert SearchQuery(age=70).is_filtered
