"""An activity in messages."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from catalogue.models import Activity
from catalogue.recurrence import ZONE
from catalogue.sharing.messages import mail_address, mail_of, sms_address, sms_of, when_to_go
from catalogue.sharing.share import share_of
from catalogue.sharing.sms import segments
from tests.unit.catalogue.feeds.making import activity, monday

NOW = datetime(2026, 11, 22, 12, tzinfo=ZONE)


@pytest.fixture
def kaffe() -> Activity:
    return activity([monday()], schedule_text="Hver mandag kl. 10-12")


def test_text_message_says_what_when_whom_to_ring_and_where(kaffe: Activity):
    assert sms_of(kaffe, NOW).split("\n") == [
        "Kaffe",
        "Mandag 23. november kl. 10-12",
        "Ring 00 11 22 33",
        "Huset, Gaden 1, 4220 Korsør",
        "Hver mandag kl. 10-12",
        "http://localhost:8000/a/0000000",
    ]


def test_text_message_is_two_messages_at_most_however_long_the_entry(kaffe: Activity):
    kaffe.title, kaffe.schedule_text = "Fællesspisning – " * 15, "Hver mandag " * 20
    assert segments(sms_of(kaffe, NOW)) <= 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Mandag 23. november kl. 10-12"),
        ({"status": "pause"}, "På pause"),
        ({"status": "afsluttet"}, "Ophørt"),
    ],
)
def test_date_is_told_by_its_name_because_messages_are_read_later(changes, words):
    assert when_to_go(activity([monday()], **changes), NOW) == words


def test_what_has_no_dates_is_told_in_the_words_of_the_organiser():
    assert when_to_go(activity([], schedule_text="Efter aftale"), NOW) == "Efter aftale"


def test_mail_holds_everything(kaffe: Activity):
    assert mail_of(kaffe, NOW).split("\n") == [
        "Kaffe",
        "Kom og drik kaffe.",
        "Hver mandag kl. 10-12",
        "",
        "Mandag 23. november kl. 10-12",
        "Huset, Gaden 1, 4220 Korsør",
        "Ring 00 11 22 33",
        "http://localhost:8000/a/0000000",
    ]


@pytest.mark.parametrize("typed", ["Kaffe & kage?\nNy linje + 100 % #1", "æøå »«", '"><script>'])
def test_typed_text_comes_through_the_addresses_unchanged(typed: str):
    mail = urlsplit(mail_address(typed.split("\n")[0], typed))
    found = parse_qs(mail.query, strict_parsing=True)
    assert (mail.scheme, found["subject"]) == ("mailto", [typed.split("\n")[0]])
    assert found["body"] == [typed.replace("\n", "\r\n")]
    assert unquote(sms_address(typed)) == f"sms:?&body={typed}"
    assert not set('"<>\n &') & set(sms_address(typed).removeprefix("sms:?&"))


def test_short_address_is_shown_as_people_type_it(kaffe: Activity):
    share = share_of(kaffe, NOW)
    assert (share.readable, share.qr.text) == ("localhost:8000/a/0000000", share.address)
