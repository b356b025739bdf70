"""When it takes place, in the words of the page's language."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils import translation

from catalogue.presenters.schedule import schedule_words
from tests.factories.catalogue import ActivityFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def activity_with(rrule: str, **values):
    activity = ActivityFactory(schedule_text="Hver onsdag kl. 14-16, ikke i ferier")
    ScheduleFactory(
        activity=activity, starts_on=date(2026, 9, 2), starts_at=time(14), minutes=120, rrule=rrule, **values
    )
    return activity


def test_danish_readers_get_the_organisers_words():
    assert schedule_words(activity_with("FREQ=WEEKLY"), TODAY) == "Hver onsdag kl. 14-16, ikke i ferier"


@pytest.mark.parametrize(
    ("rrule", "values", "words"),
    [
        ("FREQ=WEEKLY", {}, "Every Wednesday 2 p.m. to 4 p.m."),
        ("FREQ=WEEKLY", {"exdates": [date(2026, 12, 23)]}, "Every Wednesday 2 p.m. to 4 p.m., with breaks"),
        ("FREQ=WEEKLY", {"exdates": [date(2026, 10, 14)]}, "Every Wednesday 2 p.m. to 4 p.m."),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", {}, "Hver onsdag kl. 14-16, ikke i ferier"),
    ],
)
def test_english_readers_get_the_rule_where_it_can_be_said(rrule, values, words):
    activity = activity_with(rrule, **values)
    with translation.override("en"):
        assert schedule_words(activity, TODAY) == words
