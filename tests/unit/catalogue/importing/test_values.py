from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.importing import values
from catalogue.importing.problems import Invalid


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (values.text(10), "  Ærø \t".replace("\t", ""), "Ærø"),
        (values.text(10), "A\u030a", "Å"),
        (values.text(10, lines=True), "a\r\nb\rc", "a\nb\nc"),
        (values.slug, "kaffe-2", "kaffe-2"),
        (values.choice(["ja", "nej"]), "nej", "nej"),
        (values.list_of(values.yes_or_no), [True, False], [True, False]),
        (values.whole_number(0, 5), 5, 5),
        (values.price, 12.5, Decimal("12.50")),
        (values.price, 0, Decimal("0")),
        (values.degrees("lat"), 55, 55.0),
        (values.postcode, "0800", "0800"),
        (values.phone, "+45 00 11 22 33", "+45 00 11 22 33"),
        (values.phone, "", ""),
        (values.email, "post@sted.example", "post@sted.example"),
        (values.web, "https://sted.example/a?b=c", "https://sted.example/a?b=c"),
        (values.day, "2028-02-29", date(2028, 2, 29)),
        (values.local_time, "2026-09-07T10:00", datetime(2026, 9, 7, 10)),
        (values.local_time, "2026-09-07T10:00:30", datetime(2026, 9, 7, 10, 0, 30)),
    ],
)
def test_good_value_is_read(read, value, expected):
    assert read(value) == expected


@pytest.mark.parametrize(
    ("read", "value", "message"),
    [
        (values.text(10), 7, "en tekst, ikke et tal"),
        (values.text(10), None, "en tekst, ikke null"),
        (values.text(10), ["a"], "en tekst, ikke en liste"),
        (values.text(3), "fire", "4 tegn"),
        (values.text(10, required=True), " ", "tomt"),
        (values.text(10), "a\x00b", "Tegn nr. 2 (U+0000)"),
        (values.text(10), "a\nb", "U+000A"),
        (values.text(10, lines=True), "\x1b[31m", "U+001B"),
        (values.text(10), "\ud800", "U+D800"),
        (values.slug, "Kaffe og te", "adresse"),
        (values.slug, "kaffe--te", "adresse"),
        (values.choice(["relationel"]), "relationl", "Mente du »relationel«?"),
        (values.choice(["ja"]), True, "en tekst, ikke true eller false"),
        (values.list_of(values.slug), "a", "en liste, ikke en tekst"),
        (values.list_of(values.slug, required=True), [], "tom"),
        (values.yes_or_no, "ja", "true eller false"),
        (values.yes_or_no, None, "true eller false"),
        (values.yes_or_no, 1, "true eller false"),
        (values.whole_number(0, 5), 6, "fra 0 til 5"),
        (values.whole_number(0, 5), 1.0, "helt tal"),
        (values.whole_number(0, 5), True, "helt tal"),
        (values.price, -1, "fra 0"),
        (values.price, 12.345, "to decimaler"),
        (values.price, 1e308, "fra 0"),
        (values.price, "20", "et tal, ikke en tekst"),
        (values.price, float("inf"), "for stort"),
        (values.degrees("lat"), 11.5, "byttet om"),
        (values.degrees("lon"), 200, "ikke i Danmark"),
        (values.postcode, "422", "fire cifre"),
        (values.postcode, 4220, "fire cifre"),
        (values.postcode, "٤٢٢٠", "fire cifre"),
        (values.phone, "ring bare", "telefonnummer"),
        (values.phone, "--", "telefonnummer"),
        (values.email, "post at sted", "mailadresse"),
        (values.web, "sted.example", "webadresse"),
        (values.web, "javascript:alert(1)", "webadresse"),
        (values.day, "24.12.2026", "skrives som"),
        (values.day, "2026-02-30", "findes ikke"),
        (values.day, "0001-01-01", "kan ikke passe"),
        (values.local_time, "2026-09-07T10:00Z", "dansk tid"),
        (values.local_time, "2026-09-07T10:00+02:00", "dansk tid"),
        (values.local_time, "2026-09-07T25:00", "findes ikke"),
    ],
)
def test_wrong_value_is_refused_in_danish(read, value, message):
    with pytest.raises(Invalid) as caught:
        read(value)
    assert message in caught.value.message


def test_every_wrong_item_of_a_list_is_told_with_its_number():
    with pytest.raises(Invalid) as caught:
        values.list_of(values.postcode)(["4220", "x", "4230", None])
    assert [error.path for error in values.each(caught.value)] == ["[2]", "[4]"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
READERS = st.sampled_from(
    [
        values.text(20),
        values.slug,
        values.choice(["ja"]),
        values.list_of(values.day),
        values.yes_or_no,
        values.whole_number(0, 5),
        values.price,
        values.degrees("lat"),
        values.postcode,
        values.phone,
        values.email,
        values.web,
        values.day,
        values.local_time,
    ]
)


@given(READERS, JSON)
def test_no_value_makes_reading_fail_in_any_other_way(read, value):
    try:
        read(value)
    except Invalid as error:
        assert error.message
