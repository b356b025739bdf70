"""Times as an association types them, and words that follow."""

from datetime import time

import pytest

from editorial.freshness.times import Time, read_clock, reworded

TUESDAY = Time(1, time(14), time(16))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14", time(14)),
        ("14.30", time(14, 30)),
        ("9:05", time(9, 5)),
        ("9,30", time(9, 30)),
        (" kl. 9 ", time(9)),
        ("Kl 10.00", time(10)),
        ("24", None),
        ("14.60", None),
        ("", None),
        ("14-16", None),
        ("halv ti", None),
    ],
)
def test_clock_is_read(text, clock):
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("words", "after", "expected"),
    [
        ("Hver tirsdag kl. 14-16", Time(2, time(14), time(16)), "Hver onsdag kl. 14-16"),
        ("Tirsdage kl. 14.00 – 16.00 i huset", Time(3, time(10, 30), time(12)), "Torsdage kl. 10.30 – 12 i huset"),
        ("tirsdag fra 14 til 16", Time(1, time(15), time(16)), "tirsdag fra 15 til 16"),
        ("Om eftermiddagen", Time(1, time(15), time(16)), None),
        ("Hver uge kl. 14-16", Time(2, time(14), time(16)), None),
        ("Tirsdag kl. 14-16.30", Time(1, time(15), time(16)), None),
        ("Tirsdag, 114-16 pladser", Time(1, time(15), time(16)), None),
        ("Hver tirsdag kl. 14-16", TUESDAY, "Hver tirsdag kl. 14-16"),
    ],
)
def test_words_follow_the_times_or_say_that_they_cannot(words, after, expected):
    assert reworded(words, [TUESDAY], [after]) == expected
