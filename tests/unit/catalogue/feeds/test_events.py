"""What a calendar says of an activity's dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Event

from catalogue.feeds.calendar import Feed, calendar_of
from catalogue.feeds.events import event_on, events_of
from catalogue.models import Activity, DateException

from .making import CHANGED, MADE, activity, monday

CANCELLED = DateException(original_date=date(2026, 11, 23), kind="aflyst", reason="Huset er lukket")
MOVED = DateException(
    original_date=date(2026, 11, 30),
    kind="flyttet",
    reason="Valg",
    moved_to_date=date(2026, 12, 2),
    moved_to_time=time(14),
    minutes=60,
)
FEED = Feed("Kaffe", "Kom", "https://portal.example/kaffe/", "https://portal.example/kaffe/kalender.ics")


def local(event: Event, name: str) -> str:
    return f"{event[name].dt:%Y-%m-%d %H:%M}"


def text_of(made: Activity) -> str:
    return calendar_of(FEED, [made]).decode()


def test_series_repeats_in_local_time():
    (event,) = events_of(activity([monday(exdates=(date(2026, 10, 12),))]))
    lines = event.to_ical().decode().split("\r\n")
    assert "DTSTART;TZID=Europe/Copenhagen:20260907T100000" in lines
    assert "DTEND;TZID=Europe/Copenhagen:20260907T120000" in lines
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO" in lines
    assert "EXDATE;TZID=Europe/Copenhagen:20261012T100000" in lines


def test_cancelled_date_overrides_its_place_in_the_series_with_the_reason():
    series, event = events_of(activity([monday()], [CANCELLED]))
    assert event["UID"] == series["UID"]
    assert (event["STATUS"], event["SUMMARY"], event["TRANSP"]) == ("CANCELLED", "Aflyst: Kaffe", "TRANSPARENT")
    assert (local(event, "RECURRENCE-ID"), local(event, "DTSTART")) == ("2026-11-23 10:00", "2026-11-23 10:00")
    assert event["DESCRIPTION"].startswith("Aflyst: Huset er lukket\n")
    assert series["STATUS"] == "CONFIRMED"


def test_moved_date_stands_at_its_new_time():
    _series, event = events_of(activity([monday()], [MOVED]))
    assert (event["STATUS"], event["SUMMARY"]) == ("CONFIRMED", "Flyttet: Kaffe")
    assert (local(event, "RECURRENCE-ID"), local(event, "DTSTART")) == ("2026-11-30 10:00", "2026-12-02 14:00")
    assert local(event, "DTEND") == "2026-12-02 15:00"
    assert event["DESCRIPTION"].startswith("Flyttet fra mandag 30. november 2026 kl. 10: Valg\n")


def test_moved_single_date_has_no_recurrence_id():
    (event,) = events_of(activity([monday(starts_on=date(2026, 11, 30), rrule="")], [MOVED]))
    assert local(event, "DTSTART") == "2026-12-02 14:00"
    assert "RECURRENCE-ID" not in event


@pytest.mark.parametrize(("status", "word"), [("pause", "På pause"), ("afsluttet", "Ophørt")])
def test_activity_that_does_not_run_has_its_dates_cancelled_with_the_note(status, word):
    made = activity([monday()], [MOVED], status=status, status_note="Lederen er syg.")
    events = events_of(made)
    assert {event["STATUS"] for event in events} == {"CANCELLED"}
    assert {event["SUMMARY"] for event in events} == {f"{word}: Kaffe"}
    assert all("Lederen er syg." in event["DESCRIPTION"] for event in events)


def test_event_says_where_and_whom_to_ask():
    (event,) = events_of(activity([monday()]))
    assert event["LOCATION"] == "Huset, Gaden 1, 4220 Korsør"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (55.33, 11.14)
    assert event["CONTACT"] == "Spørg Foreningen, 00 11 22 33"
    assert event["URL"] == "http://localhost:8000/indsatskatalog/relationelle/kaffe/"


def test_activity_without_a_place_says_how_it_takes_place():
    (event,) = events_of(activity([monday()], venue=None, delivery=("telefon",)))
    assert event["LOCATION"] == "På telefon"
    assert "GEO" not in event


def test_history_comes_from_the_data():
    (event,) = events_of(activity([monday()]))
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == CHANGED
    assert event["CREATED"].dt == MADE
    assert event["SEQUENCE"] == (CHANGED - MADE).total_seconds()


@pytest.mark.parametrize("changed", ["activity", "venue", "organisation"])
def test_sequence_grows_with_every_change_of_what_is_shown(changed):
    made = activity([monday()])
    (before,) = events_of(made)
    source = {"activity": made, "venue": made.venue, "organisation": made.organisation}[changed]
    source.updated_at = CHANGED + timedelta(seconds=5)
    (after,) = events_of(made)
    assert after["SEQUENCE"] == before["SEQUENCE"] + 5


def test_uid_stays_when_title_and_end_change():
    (before,) = events_of(activity([monday()]))
    (after,) = events_of(activity([monday(rrule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101")], title="Te"))
    assert before["UID"] == after["UID"]


def test_uids_of_two_schedules_differ():
    one, two = events_of(activity([monday(), monday(starts_at=time(14))]))
    assert one["UID"] != two["UID"]


def test_one_date_stands_alone():
    event = event_on(activity([monday()]), datetime(2026, 11, 23, 10))
    assert event is not None
    assert local(event, "DTSTART") == "2026-11-23 10:00"
    assert "RRULE" not in event and "RECURRENCE-ID" not in event


@pytest.mark.parametrize("asked", [datetime(2026, 11, 30, 10), datetime(2026, 12, 2, 14)])
def test_moved_date_is_found_by_its_old_and_its_new_time(asked):
    event = event_on(activity([monday()], [MOVED]), asked)
    assert event is not None and local(event, "DTSTART") == "2026-12-02 14:00"


def test_cancelled_date_alone_says_so():
    event = event_on(activity([monday()], [CANCELLED]), datetime(2026, 11, 23, 10))
    assert event is not None and event["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("asked", [datetime(2026, 11, 24, 10), datetime(2026, 11, 23, 11), datetime(2026, 8, 31, 10)])
def test_time_without_a_date_has_no_event(asked):
    assert event_on(activity([monday()]), asked) is None


def test_night_on_which_clocks_are_changed_is_told_by_its_length():
    night = monday(starts_on=date(2026, 10, 24), starts_at=time(22), minutes=480, rrule="")
    (event,) = events_of(activity([night]))
    assert "DTEND" not in event
    assert event["DURATION"].to_ical() == b"PT480M"


def test_typed_text_cannot_break_out_of_its_line():
    bad = "Kaffe\r\nEND:VEVENT\r\nBEGIN:VEVENT;,\\\x00\x1b"
    text = text_of(activity([monday()], title=bad, summary=bad, contact_phone=bad))
    assert text.count("BEGIN:VEVENT\r\n") == 1
    assert not any(char in text for char in "\x00\x1b")
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event["SUMMARY"] == "Kaffe\nEND:VEVENT\nBEGIN:VEVENT;,\\"


def test_lines_are_folded_at_75_octets_and_end_as_the_rfc_wants():
    text = text_of(activity([monday()], title="Fællesspisning på rådhuset i Korsør " * 5))
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")


def test_calendar_without_dates_is_still_a_calendar():
    calendar = Calendar.from_ical(text_of(activity()))
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_calendar_says_how_often_to_ask():
    text = text_of(activity([monday()]))
    for line in (
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "SOURCE;VALUE=URI:https://portal.example/kaffe/kalender.ics",
        "X-WR-CALNAME:Kaffe",
        "NAME:Kaffe",
        f"LAST-MODIFIED:{CHANGED.astimezone(UTC):%Y%m%dT%H%M%SZ}",
    ):
        assert f"\r\n{line}\r\n" in text


def test_calendar_that_one_only_looks_at_makes_nobody_busy():
    calendar = Calendar.from_ical(calendar_of(FEED, [activity([monday()])], busy=False))
    assert [event["TRANSP"] for event in calendar.walk("VEVENT")] == ["TRANSPARENT"]
