from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from catalogue.recurrence import RuleError, parse_rrule, validate_rrule
from catalogue.recurrence.grammar import Day


def test_rule_is_read_into_its_parts():
    rule = parse_rrule("RRULE:freq=monthly;byday=2su,-1FR;interval=3;until=20270616T235959;bymonth=4,5;wkst=SU;")
    assert (rule.frequency, rule.interval, rule.count, rule.week_start) == ("MONTHLY", 3, None, 6)
    assert rule.until == datetime(2027, 6, 16, 23, 59, 59)
    assert rule.days == (Day(6, 2), Day(4, -1))
    assert rule.lists == {"BYMONTH": (4, 5)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("FREQ=SECONDLY", "højst gentages hver dag"),
        ("FREQ=HOURLY;BYDAY=MO", "højst gentages hver dag"),
        ("FREQ=SOMETIMES", "DAILY, WEEKLY, MONTHLY eller YEARLY"),
        ("hver mandag", "mangler en værdi"),
        ("INTERVAL=2;BYDAY=MO", "mangler FREQ"),
        ("FREQ=WEEKLY;FREQ=DAILY", "står der to gange"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL skal være et helt tal"),
        ("FREQ=WEEKLY;INTERVAL=-1", "INTERVAL skal være et helt tal"),
        ("FREQ=WEEKLY;INTERVAL=99999999999999999999", "INTERVAL skal være et helt tal"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT skal være et helt tal"),
        ("FREQ=DAILY;COUNT=٣", "COUNT skal være et helt tal"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "enten COUNT eller UNTIL"),
        ("FREQ=WEEKLY;UNTIL=2027-01-01", "UNTIL skal være en dato"),
        ("FREQ=WEEKLY;UNTIL=20270230", "UNTIL skal være en dato"),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "UNTIL skal være en dato"),
        ("FREQ=WEEKLY;BYDAY=MANDAG", "ugedagene er MO"),
        ("FREQ=WEEKLY;BYDAY=2MO", "kun bruges med MONTHLY"),
        ("FREQ=MONTHLY;BYDAY=0MO", "ugedagene er MO"),
        ("FREQ=YEARLY;BYDAY=2MO;BYWEEKNO=2", "sammen med BYWEEKNO"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY kan ikke"),
        ("FREQ=MONTHLY;BYYEARDAY=3", "BYYEARDAY kan kun"),
        ("FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO kan kun"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS skal bruges sammen"),
        ("FREQ=YEARLY;BYMONTH=13", "højst være 12"),
        ("FREQ=YEARLY;BYMONTH=-1", "højst være 12"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "højst være 31"),
        ("FREQ=DAILY;BYHOUR=10,14", "for hvert klokkeslæt"),
        ("FREQ=YEARLY;BYEASTER=0", "kender vi ikke"),
        ("FREQ=WEEKLY;WKST=MANDAG", "WKST skal være en ugedag"),
        ("FREQ=WEEKLY;" + "X" * 600, "for lang"),
        ("FREQ=WEEKLY\x00", "DAILY, WEEKLY"),
    ],
)
def test_wrong_rule_is_refused_in_danish(text, message):
    with pytest.raises(ValidationError) as caught:
        validate_rrule(text)
    assert message in " ".join(caught.value.messages)


def test_every_error_of_a_rule_is_told():
    with pytest.raises(RuleError) as caught:
        parse_rrule("FREQ=SECONDLY;COUNT=0;X=1")
    assert len(caught.value.messages) == 3


def test_empty_rule_is_something_that_happens_once():
    validate_rrule("")


PIECES = st.sampled_from(
    [
        "FREQ=",
        "WEEKLY",
        "DAILY",
        "SECONDLY",
        ";",
        "=",
        "BYDAY=",
        "MO",
        "-1",
        "UNTIL=",
        "2027",
        "COUNT=",
        ",",
        "T",
        "Z",
        "æ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join))
def test_no_text_makes_reading_fail_in_any_other_way(text):
    try:
        parse_rrule(text)
    except RuleError as error:
        assert error.messages
