"""What a slip says: the same on paper, on the screen and in messages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from catalogue.choices import Language, Status
from catalogue.models import Activity
from catalogue.other_languages.page import translations_of
from catalogue.other_languages.words import RIGHT_TO_LEFT
from catalogue.presenters.company import company_of
from catalogue.presenters.contact import Contact, contact_of
from catalogue.presenters.facts import joining, price, where
from catalogue.presenters.first_visit import first_visit_of
from catalogue.presenters.schedule import schedule_words
from catalogue.presenters.way import address_of
from catalogue.recurrence.words import full_date
from catalogue.sharing.addresses import absolute, readable
from catalogue.sharing.codes import code_of
from catalogue.sharing.messages import short_address, when_to_go
from catalogue.sharing.qr import Qr, qr_of
from catalogue.wording import in_danish

from ..models import Slip
from .fixed_words import DANISH, FixedWords, words_in


@dataclass(frozen=True, slots=True)
class SlipItem:
    """One activity in plain words. `told` is what is said of it in the person's language, "" where nothing is."""

    code: str
    title: str
    page: str
    short: str
    summary: str
    told: str
    when: str
    schedule: str
    where: str
    way: tuple[str, ...]
    price: str
    join: str
    contact: Contact
    first_time: tuple[str, ...]
    company: str
    notice: str


@dataclass(frozen=True, slots=True)
class SlipContent:
    """The whole slip. `theirs` are the fixed words in the language of the person, None when that is Danish."""

    items: tuple[SlipItem, ...]
    address: str
    made: str
    open_until: str
    danish: FixedWords
    theirs: FixedWords | None
    language: str
    direction: str
    qr: Qr
    portal: str
    phone: str

    @property
    def readable(self) -> str:
        """The short address as people type it."""
        return readable(self.address)


def slip_address(slip: Slip) -> str:
    """The slip's whole short address."""
    return absolute(reverse("referral:slip", kwargs={"code": slip.code}))


def slip_content(slip: Slip, now: datetime, *, language: str = "", portal: str = "", phone: str = "") -> SlipContent:
    """What the slip says at `now` (aware), in Danish and `language`, else the one it was made for.

    Asks a fixed number of queries: tests/integration/referral/slips/test_pages.py.
    """
    words, spoken = words_in(language or slip.language)
    with in_danish():
        return _content(slip, now, words, spoken, portal, phone)


def _content(slip: Slip, now: datetime, words: FixedWords, spoken: str, portal: str, phone: str) -> SlipContent:
    is_danish = spoken == Language.DANISH
    address = slip_address(slip)
    return SlipContent(
        items=tuple(_item(activity, spoken, now) for activity in activities_on(slip)),
        address=address,
        made=full_date(localdate(slip.created_at)),
        open_until=full_date(localdate(slip.expires_at)),
        danish=DANISH,
        theirs=None if is_danish else words,
        language=spoken,
        direction="rtl" if spoken in RIGHT_TO_LEFT else "ltr",
        qr=qr_of(address),
        portal=portal or readable(settings.BASE_URL),
        phone=phone,
    )


def activities_on(slip: Slip) -> list[Activity]:
    """The activities in their order; without those that have been taken down since."""
    return list(
        Activity.objects.for_page().filter(slip_entries__slip=slip, live=True).order_by("slip_entries__position")
    )


def slip_item(activity: Activity, now: datetime, language: str = Language.DANISH) -> SlipItem:
    """One activity as a slip says it, as it stands in memory; `language` is the person's own."""
    with in_danish():
        return _item(activity, language, now)


def _item(activity: Activity, language: str, now: datetime) -> SlipItem:
    when = when_to_go(activity, now)
    schedule = schedule_words(activity, localdate(now))
    place = where(activity)
    return SlipItem(
        code=code_of(activity.uuid),
        title=activity.title,
        page=activity.get_absolute_url(),
        short=readable(short_address(activity)),
        summary=activity.summary,
        told=_told(activity, language),
        when=when or "Ring, og spørg, hvornår det er",
        schedule=schedule if schedule != when else "",
        where=str(place.text),
        way=tuple(_way(activity)),
        price=str(price(activity).text),
        join=str(joining(activity).text),
        contact=contact_of(activity),
        first_time=tuple(_first_time(activity)),
        company=str(company_of(activity).answer),
        notice="" if activity.status == Status.ACTIVE else str(activity.status_note or activity.get_status_display()),
    )


def _told(activity: Activity, language: str) -> str:
    if language == Language.DANISH:
        return ""
    own = next((one for one in translations_of(activity) if one.language.code == language), None)
    return f"{own.title}. {own.text}" if own else ""


def _first_time(activity: Activity) -> list[str]:
    """What the organiser has written; else whether to say so first: the other facts stand on the slip anyway."""
    blocks = first_visit_of(activity)
    written = [str(line) for block in blocks if block.written for line in block.lines]
    return written or [str(line) for block in blocks if block.is_list for line in block.lines[:1]]


def _way(activity: Activity) -> Iterable[str]:
    venue = activity.venue
    if venue is None:
        return
    yield address_of(venue)
    yield from (line.strip() for line in venue.transport.splitlines() if line.strip())
