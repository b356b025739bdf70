import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.choices import Delivery, Status
from catalogue.importing.problems import Invalid
from catalogue.sheets import cells

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2150, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "3/9-2026",
        "03-09-2026",
        "3.9.2026",
        "3. september 2026",
        "3. sept. 2026",
        "3 sep 26",
        "torsdag d. 3. september 2026",
        "2026-09-03",
        "2026-09-03 00:00:00",
        "3/9 2026",
        " 3/9/26 ",
        datetime.datetime(2026, 9, 3, 12, 0),
        datetime.date(2026, 9, 3),
    ],
)
def test_date_as_people_write_it(written):
    assert cells.day(written) == datetime.date(2026, 9, 3)


@pytest.mark.parametrize("written", ["31/2-2026", "2026-13-01", "i morgen", "45903", "3. ma 2026", "0/0-2026"])
def test_date_that_is_none_is_refused(written):
    with pytest.raises(Invalid):
        cells.day(written)


@given(DAYS)
def test_date_reads_back(day):
    assert cells.day(cells.day_text(day)) == day


@given(DAYS)
def test_date_in_words_reads_back(day):
    assert cells.day(f"{day.day}. {cells.MONTHS[day.month - 1]} {day.year}") == day


@given(st.times().map(lambda clock: clock.replace(microsecond=0)))
def test_time_reads_back(clock):
    assert cells.clock(cells.clock_text(clock)) == clock


@pytest.mark.parametrize(
    "written", ["10.30", "10:30", "kl. 10.30", "kl 10:30", 10.3, datetime.time(10, 30), 0.4375, "10:30:00"]
)
def test_time_as_people_write_it(written):
    assert cells.clock(written) == datetime.time(10, 30)


@pytest.mark.parametrize("written", ["25", "10.99", "om aftenen"])
def test_time_that_is_none_is_refused(written):
    with pytest.raises(Invalid):
        cells.clock(written)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("45", 45), ("45,50", 45.5), ("1.250,00 kr.", 1250), ("gratis", 0), ("25 kr", 25), (25.5, 25.5), ("25,-", 25)],
)
def test_price_as_people_write_it(written, amount):
    assert cells.price(written) == amount


@given(st.decimals(0, 99999, places=2))
def test_number_reads_back(amount):
    assert cells.decimal(str(amount).replace(".", ",")) == amount


def test_number_that_is_text_and_text_that_is_number():
    assert cells.number("40") == 40
    assert cells.number(40.0) == 40
    assert cells.text(58000000.0) == "58000000"
    assert cells.decimal("-5") == Decimal(-5)
    with pytest.raises(Invalid, match="helt tal"):
        cells.number("4,5")


def test_choice_by_label_or_value():
    assert cells.choice("i gang", Status) == cells.choice("aktiv", Status) == Status.ACTIVE
    with pytest.raises(Invalid, match="Mente du »På pause«"):
        cells.choice("Pause nu", Status)
    assert cells.choices("Du møder op; På nettet", Delivery) == ["fremmoede", "online"]
    assert cells.choices("Du møder op, på nettet\nHjemme hos dig", Delivery) == ["fremmoede", "online", "hjemme"]


def test_yes_no_and_not_known():
    assert [cells.yes_or_no(value) for value in ("Ja", "x", True, "nej", False, "", None)] == [
        True, True, True, False, False, None, None,
    ]  # fmt: skip
    with pytest.raises(Invalid):
        cells.yes_or_no("måske")


@pytest.mark.parametrize("text", ["KÃ¸ge", "SkÃ¦lskÃ¸r", "Ã¥ben", "k�re"])
def test_letters_that_a_wrong_encoding_broke_are_refused(text):
    with pytest.raises(Invalid, match="ødelagte bogstaver"):
        cells.text(text)


def test_ordinary_letters_are_not():
    assert cells.text("Çelebi, Ærø, Ångström, Gràcia – “ja” Ã") == "Çelebi, Ærø, Ångström, Gràcia – “ja” Ã"
