"""Rules as a calendar writes them."""

from datetime import date, time

import pytest

from catalogue.feeds.rules import recur_of
from catalogue.recurrence import Rule


@pytest.mark.parametrize(
    ("rrule", "written"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
        ("freq=monthly;interval=2;byday=-1fr;count=5", "FREQ=MONTHLY;COUNT=5;INTERVAL=2;BYDAY=-1FR"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"),
        ("FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYWEEKNO=20"),
        # In UTC, at the hour of the rule: in winter 10 o'clock is 9 in UTC, in summer 8.
        ("FREQ=WEEKLY;UNTIL=20271231", "FREQ=WEEKLY;UNTIL=20271231T090000Z"),
        ("FREQ=WEEKLY;UNTIL=20270601", "FREQ=WEEKLY;UNTIL=20270601T080000Z"),
        ("FREQ=WEEKLY;UNTIL=20270601T095959", "FREQ=WEEKLY;UNTIL=20270531T080000Z"),
        ("FREQ=WEEKLY;UNTIL=20270601T080000Z", "FREQ=WEEKLY;UNTIL=20270601T080000Z"),
        ("FREQ=WEEKLY;UNTIL=20270601T075959Z", "FREQ=WEEKLY;UNTIL=20270531T080000Z"),
    ],
)
def test_rule_is_written_as_the_rfc_wants_it(rrule, written):
    assert recur_of(Rule(date(2026, 9, 7), time(10), 60, rrule)).to_ical().decode() == written
