import datetime

import pytest
from django.utils import timezone

from catalogue.choices import Language, Status
from catalogue.presenters.activity import activity_page, age_words, whom
from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, ""),
        (60, None, "Fra 60 år."),
        (18, 30, "Fra 18 til 30 år."),
        (None, 25, "Til og med 25 år."),
        (0, 6, "Til og med 6 år."),
    ],
)
def test_age_words_say_what_is_bounded(low, high, words):
    assert age_words(low, high) == words


def test_whom_names_groups_ages_and_languages():
    activity = ActivityFactory(
        target_groups=["efterladte", "ældre"],
        age_min=60,
        languages=(Language.DANISH.value, Language.ENGLISH.value, Language.ARABIC.value),
    )
    groups, *rest = whom(activity)
    assert groups in ("Især for: efterladte og ældre.", "Især for: ældre og efterladte.")
    assert rest == ["Fra 60 år.", "Der bliver også talt engelsk og arabisk."]


def test_whom_everybody_is_said_plainly():
    assert whom(ActivityFactory(target_groups=["alle"])) == ["For alle."]


def test_activity_page_shows_cancelled_dates_with_their_reason():
    activity = ActivityFactory()
    ScheduleFactory(activity=activity)
    DateExceptionFactory(activity=activity)
    first, second, *_ = activity_page(activity, NOW).dates
    assert (first.words, first.cancelled, first.note) == ("I morgen kl. 10-12", True, "Aflyst: Huset er lukket.")
    assert (second.words, second.cancelled, second.note) == ("Mandag 30. november kl. 10-12", False, "")


@pytest.mark.parametrize(
    ("verified_on", "stale"),
    [
        (datetime.date(2026, 11, 1), False),
        (datetime.date(2026, 4, 13), False),
        (datetime.date(2026, 4, 12), True),
        (None, True),
    ],
)
def test_activity_page_flags_what_nobody_has_confirmed_for_long(verified_on, stale):
    assert activity_page(ActivityFactory(verified_on=verified_on), NOW).stale is stale


def test_activity_page_on_pause_says_so_and_why():
    notice = activity_page(ActivityFactory(status=Status.PAUSED, status_note="vi har ferie"), NOW).notice
    assert (notice.kind, notice.words) == ("pause", "Vi har ferie")


def test_activity_page_without_contact_of_its_own_gives_the_organisations():
    activity = ActivityFactory(contact_name="", contact_phone="", contact_email="")
    contact = activity_page(activity, NOW).contact
    assert (contact.name, contact.phone) == (activity.organisation.name, "00 11 22 33")


def test_a_pause_with_a_last_day_names_it():
    until = datetime.date(2027, 4, 30)
    activity = ActivityFactory(status=Status.PAUSED, paused_until=until)
    notice = activity_page(activity, NOW).notice
    assert (notice.heading, notice.words) == (
        "På pause til og med 30. april 2027",
        "Dagen efter er det i gang igen.",
    )
    assert "30. april 2027" in str(activity_page(activity, NOW).facts[0].text)
