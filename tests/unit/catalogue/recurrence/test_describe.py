from datetime import date, time

import pytest
from django.utils import translation

from catalogue.recurrence import Rule
from catalogue.recurrence.describe import rule_words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("", "Mandag 7. september kl. 10-12"),
        ("FREQ=DAILY", "Hver dag kl. 10-12"),
        ("FREQ=DAILY;INTERVAL=2", "Hver anden dag kl. 10-12"),
        ("FREQ=DAILY;INTERVAL=10", "Hver 10. dag kl. 10-12"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "Alle hverdage kl. 10-12"),
        ("FREQ=WEEKLY", "Hver mandag kl. 10-12"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "Hver tirsdag og torsdag kl. 10-12"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "Hver anden onsdag kl. 10-12"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "Tirsdag og torsdag hver anden uge kl. 10-12"),
        ("FREQ=WEEKLY;INTERVAL=4;BYDAY=TH", "Torsdag hver 4. uge kl. 10-12"),
        ("FREQ=WEEKLY;BYDAY=SU;BYMONTH=4,5,6,7,8,9,10", "Hver søndag fra april til oktober kl. 10-12"),
        ("FREQ=WEEKLY;BYDAY=SU;BYMONTH=1,5", "Hver søndag i januar og maj kl. 10-12"),
        ("FREQ=MONTHLY", "Den 7. i måneden kl. 10-12"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "Den 1. og 15. i måneden kl. 10-12"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Den sidste dag i måneden kl. 10-12"),
        ("FREQ=MONTHLY;BYDAY=2SU,4SU", "Den 2. og 4. søndag i måneden kl. 10-12"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Den sidste fredag i måneden kl. 10-12"),
        ("FREQ=MONTHLY;BYDAY=1MO,3WE", "Den 1. mandag og 3. onsdag i måneden kl. 10-12"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH", "Den 1. torsdag hver 3. måned kl. 10-12"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH", "Den 1. torsdag hver anden måned kl. 10-12"),
        ("FREQ=YEARLY", "Hvert år 7. september kl. 10-12"),
        ("FREQ=WEEKLY;UNTIL=20270616T235959", "Hver mandag kl. 10-12, til og med 16. juni 2027"),
        ("FREQ=WEEKLY;COUNT=12", "Hver mandag kl. 10-12, til og med 23. november"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", ""),
        ("FREQ=MONTHLY;BYDAY=-2FR", ""),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", ""),
        ("FREQ=YEARLY;BYWEEKNO=20", ""),
        (f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, range(1, 54, 2)))};BYDAY=TU", "Hver tirsdag i ulige uger kl. 10-12"),
        (f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, range(2, 53, 2)))};BYDAY=TU", "Hver tirsdag i lige uger kl. 10-12"),
        ("FREQ=YEARLY;INTERVAL=2", ""),
    ],
)
def test_rule_in_words(rrule, words):
    assert rule_words(Rule(date(2026, 9, 7), time(10), 120, rrule), TODAY) == words


def test_rule_that_has_not_begun_says_from_when():
    rule = Rule(date(2027, 5, 4), time(14), 90, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270930T235959")
    assert (
        rule_words(rule, TODAY)
        == "Hver tirsdag og torsdag kl. 14-15.30, fra 4. maj 2027, til og med 30. september 2027"
    )


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=TH,TU", "Every Tuesday and Thursday 10 a.m. to noon"),
        ("FREQ=MONTHLY;BYDAY=2SU,4SU", "The 2nd and 4th Sunday of the month 10 a.m. to noon"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "The last Friday of the month 10 a.m. to noon"),
    ],
)
def test_rule_in_english(rrule, words):
    with translation.override("en"):
        assert rule_words(Rule(date(2026, 9, 7), time(10), 120, rrule), TODAY) == words
