import datetime

import pytest
from django.utils import timezone

from catalogue.models import Activity
from catalogue.presenters.listing import PAGE_SIZE, coming, listing_page
from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=timezone.get_default_timezone())


def test_coming_is_soonest_first_and_keeps_cancelled_dates_with_the_reason():
    later, sooner = ActivityFactory(title="Senere"), ActivityFactory(title="Før")
    ScheduleFactory(activity=later, rrule="FREQ=WEEKLY;BYDAY=WE")
    ScheduleFactory(activity=sooner)
    DateExceptionFactory(activity=sooner)
    first, second, *_ = coming([later, sooner], NOW)
    assert (first.title, first.words, first.cancelled, first.notice) == (
        "Før",
        "I morgen kl. 10",
        True,
        "Aflyst: Huset er lukket.",
    )
    assert (second.title, second.words) == ("Senere", "Onsdag 25. november kl. 10")


def test_coming_names_each_once_where_there_are_many():
    activities = [ActivityFactory() for _ in range(6)]
    for activity in activities:
        ScheduleFactory(activity=activity, rrule="FREQ=DAILY")
    assert len({date.title for date in coming(activities, NOW)}) == 6


def test_coming_of_a_single_activity_shows_its_next_dates():
    activity = ActivityFactory()
    ScheduleFactory(activity=activity, rrule="FREQ=DAILY")
    assert [date.words for date in coming([activity], NOW)] == [
        "I morgen kl. 10",
        "Tirsdag 24. november kl. 10",
        "Onsdag 25. november kl. 10",
    ]


@pytest.mark.parametrize("number", ["1", "0", "-3", "99999999999999999999", "to", None, "1.5"])
def test_listing_page_nonsense_numbers_still_give_a_page(number):
    ActivityFactory()
    assert listing_page(Activity.objects.order_by("title"), number, NOW).total == 1


def test_listing_page_two_has_the_rest_and_no_dates():
    organisation = ActivityFactory().organisation
    for _ in range(PAGE_SIZE + 2):
        ScheduleFactory(activity=ActivityFactory(organisation=organisation))
    page = listing_page(Activity.objects.order_by("title"), "2", NOW)
    assert (len(page.cards), page.total, page.coming) == (3, PAGE_SIZE + 3, [])
    assert (page.paging.previous, page.paging.next) == ("?side=1", "")
