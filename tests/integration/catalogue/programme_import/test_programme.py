"""A place's calendar goes in once, is known again, and cancels and moves what it cancels and moves."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.roles import Role
from catalogue.actions.try_import import carry_out, try_import
from catalogue.feeds.calendar import Feed, calendar_of
from catalogue.models import Activity, Organisation, ProgrammeEvent, SheetImport, Venue
from catalogue.models.sheet_import import ImportKind, Outcome
from catalogue.programme_import.events import BadEvent, read_events
from catalogue.sheets.reading.table import UnreadableFile
from tests.factories.accounts import user_with
from tests.factories.catalogue import (
    ActivityFactory,
    DateExceptionFactory,
    ResponsibilityFactory,
    ScheduleFactory,
    VenueFactory,
)

OPTIONS = {
    "venue": "biblioteket",
    "organisation": "sangvennerne",
    "type": "relationel",
    "character": "faellesskab",
    "signup": "ingen",
}
KOR = """UID:kor
SUMMARY:Kor
DESCRIPTION:Syng med. Alle kan.
DTSTART;TZID=Europe/Copenhagen:20270907T190000
DTEND;TZID=Europe/Copenhagen:20270907T210000
RRULE:FREQ=WEEKLY;BYDAY=TU
EXDATE;TZID=Europe/Copenhagen:20270914T190000"""
CANCELLED = """UID:kor
SUMMARY:Kor
STATUS:CANCELLED
RECURRENCE-ID;TZID=Europe/Copenhagen:20270921T190000
DTSTART;TZID=Europe/Copenhagen:20270921T190000
DTEND;TZID=Europe/Copenhagen:20270921T210000"""
MOVED = """UID:kor
SUMMARY:Kor
RECURRENCE-ID;TZID=Europe/Copenhagen:20270928T190000
DTSTART;TZID=Europe/Copenhagen:20270929T183000
DTEND;TZID=Europe/Copenhagen:20270929T203000"""
UTC = "UID:utc\nSUMMARY:Gåtur\nDTSTART:20270601T080000Z\nDURATION:PT1H30M"
ALL_DAY = "UID:dag\nSUMMARY:Åbent hus\nDTSTART;VALUE=DATE:20270610\nDTEND;VALUE=DATE:20270611"
FLOATING = "UID:loes\nSUMMARY:Kaffe\nDTSTART:20270612T100000"
PAST = "UID:fortid\nSUMMARY:Sidste år\nDTSTART:20200612T100000\nDTEND:20200612T110000"


def calendar(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\nDTSTAMP:20270101T000000Z\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//prøve//DA\n{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def tried(content: bytes, by) -> SheetImport:
    return try_import(content=content, file_name="program.ics", by=by, kind=ImportKind.PROGRAMME, options=OPTIONS)


def told(kept: SheetImport) -> list[tuple[str, str]]:
    return [(row.title, row.outcome) for row in kept.rows.all()]


def read_in(content: bytes, by) -> SheetImport:
    return carry_out(kept=tried(content, by), only_good=False, by=by)


def test_events_become_activities_at_the_place(town, editor):
    kept = read_in(calendar(KOR, CANCELLED, MOVED, UTC, ALL_DAY, FLOATING, PAST), editor)
    assert told(kept) == [("Kor", "ny"), ("Gåtur", "ny"), ("Åbent hus", "ny"), ("Kaffe", "ny")]
    assert kept.notes == ["1 begivenhed er forbi og er ikke med."]
    kor = Activity.objects.get(title="Kor")
    assert kor.live
    assert (kor.venue.slug, kor.summary) == ("biblioteket", "Syng med. Alle kan.")
    line = kor.schedules.get()
    assert (line.starts_at, line.minutes, line.rrule) == (datetime.time(19), 120, "FREQ=WEEKLY;BYDAY=TU")
    assert tuple(line.exdates) == (datetime.date(2027, 9, 14),)
    assert list(kor.date_exceptions.values_list("original_date", "kind", "moved_to_date", "moved_to_time")) == [
        (datetime.date(2027, 9, 21), "aflyst", None, None),
        (datetime.date(2027, 9, 28), "flyttet", datetime.date(2027, 9, 29), datetime.time(18, 30)),
    ]
    walk = Activity.objects.get(title="Gåtur").schedules.get()
    assert (walk.starts_at, walk.minutes) == (datetime.time(10), 90)
    assert Activity.objects.get(title="Åbent hus").schedules.get().minutes == 1440
    assert Activity.objects.get(title="Kaffe").schedules.get().minutes == 60


def test_the_same_calendar_twice_changes_nothing(town, editor):
    content = calendar(KOR, CANCELLED, MOVED, UTC, ALL_DAY)
    read_in(content, editor)
    revisions = set(Activity.objects.values_list("latest_revision", flat=True))
    again = read_in(content, editor)
    assert {row.outcome for row in again.rows.all()} == {Outcome.UNCHANGED}
    assert set(Activity.objects.values_list("latest_revision", flat=True)) == revisions


def test_what_is_known_keeps_its_words_and_follows_the_times(town, editor):
    read_in(calendar(KOR, CANCELLED), editor)
    Activity.objects.update(title="Syng med i koret", summary="Bedre ord.")
    kept = read_in(calendar(KOR.replace("190000", "200000").replace("210000", "220000").replace("Kor", "Kor!")), editor)
    [row] = kept.rows.all()
    assert (row.title, row.outcome) == ("Syng med i koret", "aendret")
    assert [heading for heading, _old, _new in row.changes] == ["Fra kl.", "Til kl.", "Aflyste og flyttede gange"]
    activity = Activity.objects.get()
    assert activity.summary == "Bedre ord."
    assert activity.schedules.get().starts_at == datetime.time(20)
    assert not activity.date_exceptions.exists()


def test_what_an_editor_has_cancelled_stays_cancelled_in_their_words(town, editor):
    read_in(calendar(KOR, CANCELLED), editor)
    activity = Activity.objects.get()
    DateExceptionFactory(activity=activity, original_date=datetime.date(2027, 10, 5), reason="Dirigenten er syg.")
    kept = read_in(calendar(KOR, CANCELLED), editor)
    assert told(kept) == [("Kor", "uaendret")]
    read_in(calendar(KOR), editor)
    assert [line.reason for line in activity.date_exceptions.all()] == ["Dirigenten er syg."]


def test_single_events_of_one_title_are_one_activity(town, editor):
    one, other = FLOATING, FLOATING.replace("UID:loes", "UID:anden").replace("0612", "0619")
    cancelled = FLOATING.replace("UID:loes", "UID:tredje").replace("0612", "0626") + "\nSTATUS:CANCELLED"
    read_in(calendar(one, other, cancelled), editor)
    activity = Activity.objects.get()
    assert activity.schedules.count() == 3
    assert [str(line.original_date) for line in activity.date_exceptions.all()] == ["2027-06-26"]
    assert ProgrammeEvent.objects.count() == 3


def test_what_stands_at_the_place_already_is_found_by_its_title(town, editor):
    activity = ActivityFactory(title="KOR", venue=Venue.objects.get(slug="biblioteket"), areas=[town])
    kept = read_in(calendar(KOR), editor)
    assert [row.activity for row in kept.rows.all()] == [activity.pk]
    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("SUMMARY:Kor\nDTSTART:20270612T100000", "intet UID"),
        ("UID:x\nDTSTART:20270612T100000", "ingen titel"),
        (KOR + "\nRRULE:FREQ=DAILY", "to regler"),
        ("UID:x\nSUMMARY:Kor", "kan ikke læses"),
        ("UID:x\nSUMMARY:Kor\nDTSTART:20270612T100000\nDTEND:20270612T090000", "før den begynder"),
        ("UID:x\nSUMMARY:Kor\nDTSTART:20270612T100000\nRRULE:FREQ=HOURLY", "ikke oftere"),
        (MOVED.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;"), "alle de følgende"),
        (
            "UID:x\nSUMMARY:Kor\nDTSTART;TZID=Pacific/Auckland:20270612T080000\nDTEND;TZID=Pacific/Auckland:"
            "20270612T090000\nRRULE:FREQ=WEEKLY;BYDAY=SA",
            "andet lands tid",
        ),
        (KOR + "\nSTATUS:CANCELLED", "Alt er aflyst"),
    ],
)
def test_event_that_cannot_be_followed_is_refused_by_itself(town, editor, event, said):
    kept = tried(calendar(event, UTC), editor)
    outcomes = {row.outcome: row for row in kept.rows.all()}
    assert said in outcomes["afvist"].problems[0][1]
    assert outcomes["ny"].title == "Gåtur"


def test_our_own_calendar_comes_in_again(town, editor):
    activity = ActivityFactory(
        title="Dans", venue=Venue.objects.get(slug="biblioteket"), areas=[town], organisation=Organisation.objects.get()
    )
    ScheduleFactory(activity=activity, exdates=(datetime.date(2026, 12, 21),))
    ScheduleFactory(activity=activity, starts_at=datetime.time(14), rrule="FREQ=MONTHLY;BYDAY=1MO")
    feed = Feed("Dans", "Dans", "https://portal.example/", "https://portal.example/dans.ics")
    content = calendar_of(feed, [activity])
    kept = tried(content, editor)
    assert told(kept) == [("Dans", "uaendret")], kept.rows.get().changes


def test_centre_staff_reads_in_for_their_own_place(client, town):
    user = user_with(Role.CENTRE_STAFF)
    ResponsibilityFactory(user=user, venue=Venue.objects.get(slug="biblioteket"))
    other = VenueFactory(name="Klubben", slug="klubben", area=town)
    client.force_login(user)
    form = {
        "venue": Venue.objects.get(slug="biblioteket").pk,
        "organisation": Organisation.objects.get(slug="sangvennerne").pk,
        "type": "relationel",
        "character": "faellesskab",
        "signup": "ingen",
    }
    address = reverse("ind_og_ud:programme")
    response = client.post(address, form | {"file": SimpleUploadedFile("program.ics", calendar(KOR))})
    kept = SheetImport.objects.get()
    assert response.headers["Location"] == reverse("ind_og_ud:trial", args=[kept.pk])
    client.post(reverse("ind_og_ud:trial", args=[kept.pk]), {"hvad": "alt"})
    assert Activity.objects.get().live
    assert client.get(reverse("ind_og_ud:refused", args=[kept.pk])).status_code == 404
    response = client.post(
        address, form | {"venue": other.pk, "file": SimpleUploadedFile("program.ics", calendar(KOR))}
    )
    assert response.status_code == 422
    response = client.post(address, form | {"file": SimpleUploadedFile("program.ics", b"Titel;Status")})
    assert "ikke en kalender" in response.content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "ikke en kalender"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "stykker"),
        (calendar(), "ingen begivenheder"),
        (calendar(UTC, FLOATING, ALL_DAY), "mere end 2"),
    ],
)
def test_bad_calendar_is_refused_with_what_to_do(content, said):
    with pytest.raises(UnreadableFile, match=said):
        read_events(content, most=2)


LINES = st.sampled_from(
    [*KOR.split("\n"), *CANCELLED.split("\n"), *UTC.split("\n"), "DTSTART:x", "RRULE:FREQ=", "DURATION:-P1D", "EXDATE:",
     "RDATE;VALUE=PERIOD:20270101T000000Z/PT1H", "DTSTART:99991231T235959", "SUMMARY;X=:", "BEGIN:VALARM"]
)  # fmt: skip


@given(st.lists(LINES, max_size=8))
def test_any_event_is_read_or_refused(lines):
    try:
        found = read_events(calendar("\n".join(lines)), most=5)
    except UnreadableFile as error:
        assert str(error)
        return
    assert all(event.why for event in found if isinstance(event, BadEvent))
