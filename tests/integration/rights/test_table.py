"""The matrix says what is wrong with its table, and which line to put in."""

from __future__ import annotations

import pytest

from . import table
from .asking import ALLOW, DENY, ERROR, LOGIN, MISSING, NONE, ODD, OWN, outcome
from .routes import Route, all_routes

KEY = ("ansvar", "admin/ansvar/", "GET")
ROW = ("login", "login", "login", "login", "deny", "deny", "deny", "deny", "allow")


def test_a_new_route_is_told_with_the_line_to_put_in():
    assert table.differences({KEY: ROW}, {}) == [
        "ansvar.csv: put in: admin/ansvar/,GET,login,login,login,login,deny,deny,deny,deny,allow"
    ]


def test_a_route_that_is_gone_is_told():
    assert table.differences({}, {KEY: ROW})[0].startswith("ansvar.csv: take out: admin/ansvar/,GET")


def test_another_answer_is_told_by_role():
    opened = (*ROW[:6], "allow", *ROW[7:])
    assert table.differences({KEY: opened}, {KEY: ROW}) == [
        "ansvar.csv: admin/ansvar/ GET: lokalredaktoer gets allow, the table says deny"
    ]


def test_a_route_has_a_row_for_each_verb():
    known = table.read()
    assert {(route.table, route.written) for route in all_routes()} == {key[:2] for key in known}
    assert {key[2] for key in known} == set(table.VERBS)


@pytest.mark.parametrize(
    ("own", "foreign", "word"),
    [
        (200, None, ALLOW),
        (302, 200, ALLOW),
        (404, 404, MISSING),
        (200, 403, OWN),
        (200, 404, OWN),
        (403, 403, DENY),
        (403, 200, ODD),
        (405, 403, NONE),
        (500, None, ERROR),
        (LOGIN, None, LOGIN),
    ],
)
def test_two_answers_make_one_word(own, foreign, word):
    assert outcome(own, foreign) == word


def test_a_part_that_nothing_stands_for_is_told():
    route = Route("ny", "ny", "ny/<int:tal>/")
    assert route.address({"tal": 7}) == "/ny/7/"
    with pytest.raises(LookupError, match="tal"):
        route.address({})
