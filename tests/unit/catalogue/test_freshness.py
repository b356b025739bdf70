"""How long what is said of an activity is believed."""

from datetime import UTC, date, datetime

import pytest

from catalogue.freshness import fresh_from, is_stale, periods, right_since
from catalogue.models import Activity

TODAY = date(2026, 11, 22)


def test_entry_is_fresh_until_the_letter_the_reminder_and_the_mark_have_passed():
    assert periods().until_marked.days == 224
    assert fresh_from(TODAY) == date(2026, 4, 13)
    assert not is_stale(Activity(verified_on=date(2026, 4, 13)), TODAY)
    assert is_stale(Activity(verified_on=date(2026, 4, 12)), TODAY)


@pytest.mark.parametrize(
    ("verified_on", "published", "since"),
    [
        (date(2026, 1, 1), datetime(2026, 5, 1, tzinfo=UTC), date(2026, 1, 1)),
        (None, datetime(2026, 4, 30, 23, tzinfo=UTC), date(2026, 5, 1)),
        (None, None, None),
    ],
)
def test_entry_never_confirmed_counts_from_its_first_day(verified_on, published, since):
    assert right_since(Activity(verified_on=verified_on, first_published_at=published)) == since


def test_nobody_has_vouched_for_what_was_never_published():
    assert is_stale(Activity(), TODAY)
