from datetime import date, datetime, time

import pytest
from django.utils import translation

from catalogue.recurrence import ZONE, DateException, Occurrence, Rule, next_occurrence, occurrences
from catalogue.recurrence.words import change_words, listed, next_time_words, ordinal, when_words

NOW = datetime(2026, 11, 22, 12, tzinfo=ZONE)


def once(*start: int, minutes: int = 120) -> Occurrence:
    begins = datetime(*start)
    found = next_occurrence([Rule(begins.date(), begins.time(), minutes)], after=datetime(2026, 1, 1, tzinfo=ZONE))
    assert found
    return found


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (once(2026, 11, 24, 14), "Næste gang: tirsdag 24. november kl. 14"),
        (once(2026, 11, 22, 15, 5), "Næste gang: i dag kl. 15.05"),
        (once(2026, 11, 23, 10, 30), "Næste gang: i morgen kl. 10.30"),
        (once(2027, 1, 1, 0), "Næste gang: fredag 1. januar 2027 kl. 0"),
    ],
)
def test_next_time_in_words(occurrence, words):
    assert next_time_words(occurrence, NOW) == words


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (once(2026, 11, 23, 10, 30, minutes=90), "i morgen kl. 10.30-12"),
        (once(2026, 11, 27, 22, minutes=270), "fredag 27. november kl. 22-2.30"),
        (
            once(2026, 12, 30, 18, minutes=60 * 60),
            "onsdag 30. december kl. 18 til lørdag 2. januar 2027 kl. 6",
        ),
    ],
)
def test_when_in_words_says_when_it_ends(occurrence, words):
    assert when_words(occurrence, NOW) == words


def test_when_in_few_words():
    assert when_words(once(2026, 11, 24, 14), NOW, short=True) == "tir 24. nov kl. 14-16"
    assert when_words(once(2027, 5, 4, 14), NOW, until=False, short=True) == "tir 4. maj 2027 kl. 14"


def test_today_is_the_day_in_denmark():
    late = datetime.fromisoformat("2026-11-22T23:30:00+00:00")  # half past midnight in Denmark
    assert when_words(once(2026, 11, 23, 10), late) == "i dag kl. 10-12"


def test_change_is_told_with_its_reason():
    rule = Rule(date(2026, 11, 2), time(10), 60, "FREQ=WEEKLY")
    changes = [
        DateException(datetime(2026, 11, 23, 10), "cancelled", "Lederen er syg"),
        DateException(datetime(2026, 11, 30, 10), "moved", "", datetime(2026, 12, 1, 13)),
    ]
    found = occurrences([rule], changes, start=NOW, end=datetime(2026, 12, 10, tzinfo=ZONE))
    assert [change_words(occurrence, NOW) for occurrence in found] == [
        "Aflyst: Lederen er syg",
        "Flyttet fra mandag 30. november kl. 10",
        "",
    ]


def test_names_follow_the_active_language():
    with translation.override("en"):
        assert "Tuesday" in when_words(once(2026, 11, 24, 14), NOW)


def test_list_in_words():
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a og b", "a, b og c"]


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (once(2026, 11, 24, 14), "Next: Tuesday 24 November at 2 p.m."),
        (once(2026, 11, 22, 15, 5), "Next: today at 3:05 p.m."),
        (once(2027, 1, 1, 12), "Next: Friday 1 January 2027 at noon"),
    ],
)
def test_next_time_in_english(occurrence, words):
    with translation.override("en"):
        assert next_time_words(occurrence, NOW) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_ordinal_in_english(number, words):
    assert ordinal(number) == f"{number}."
    with translation.override("en"):
        assert ordinal(number) == words
