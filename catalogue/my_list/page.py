"""The page of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..choices import Status
from ..feeds.addresses import CalendarLinks, calendar_links
from ..models import Activity
from ..presenters.contact import Contact, contact_of
from ..presenters.doors import Door, door_of
from ..presenters.facts import Fact, where
from ..recurrence.words import full_date
from ..sharing.addresses import absolute, readable
from ..sharing.codes import code_of
from ..sharing.messages import mail_address, short_address, sms_address, told, when_to_go
from ..sharing.qr import qr_of
from ..sharing.share import Share
from ..sharing.sms import fitted
from .addresses import CARRIED, MOST, Asked, calendar_address, list_address, query_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity on the list; `remove` is the address of the list without it, `short` what to type on a keyboard."""

    code: str
    title: str
    address: str
    door: Door
    facts: list[Fact]
    contact: Contact
    short: str
    remove: str
    paused: bool
    ended: bool
    status_note: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list ready to be shown. `notices` say what the address asked for and did not get."""

    codes: str
    entries: list[Entry]
    notices: list[str]
    share: Share | None
    links: CalendarLinks
    today: str

    @property
    def share_heading(self) -> str:
        return _("Tag listen med dig")

    @property
    def count_words(self) -> str:
        """ "3 aktiviteter"."""
        count = len(self.entries)
        return ngettext("%(n)d aktivitet", "%(n)d aktiviteter", count) % {"n": count}


def list_page(asked: Asked, found: dict[str, list[Activity]], now: datetime) -> ListPage:
    """The page of the list as it stands at `now` (aware); `found` as `queries.by_code.with_codes` gives it."""
    known = [code for code in asked.codes if found.get(code)]
    activities = [activity for code in known for activity in found[code]]
    return ListPage(
        codes=",".join(known),
        entries=[_entry(activity, known, now) for activity in activities],
        notices=_notices(asked, [code for code in asked.codes if not found.get(code)]),
        share=_share(known, activities, now) if activities else None,
        links=calendar_links(calendar_address(known)),
        today=full_date(localdate(now)),
    )


def _entry(activity: Activity, known: Sequence[str], now: datetime) -> Entry:
    code = code_of(activity.uuid)
    ended = activity.status == Status.ENDED
    return Entry(
        code=code,
        title=activity.title,
        address=activity.get_absolute_url() + query_of(known, CARRIED),
        door=door_of(activity.type),
        facts=[] if ended else [_when(activity, now), _where(activity)],
        contact=contact_of(activity),
        short=readable(short_address(activity)),
        remove=list_address(other for other in known if other != code),
        paused=activity.status == Status.PAUSED,
        ended=ended,
        status_note=activity.status_note,
    )


def _when(activity: Activity, now: datetime) -> Fact:
    """The next date by its name: the page may be printed, and read another day."""
    note = activity.status_note if activity.status == Status.PAUSED else activity.schedule_text
    words = when_to_go(activity, now) or _("Spørg, hvornår det er")
    return Fact("calendar-month", _("Hvornår"), words, note if note != words else "")


def _where(activity: Activity) -> Fact:
    """The place with its address, for those who go there by the paper."""
    fact, venue = where(activity), activity.venue
    if venue is None:
        return fact
    address = ", ".join(part for part in (venue.address, f"{venue.postcode} {venue.area.name}") if part)
    return Fact(fact.icon, fact.label, venue.name, address)


def _notices(asked: Asked, unknown: Sequence[str]) -> list[str]:
    missing = [*unknown, *asked.unreadable]
    notices = []
    if missing:
        words = ngettext(
            "Vi kan ikke finde %(codes)s. Måske er den tastet forkert, eller også findes aktiviteten ikke mere.",
            "Vi kan ikke finde %(codes)s. Måske er de tastet forkert, eller også findes aktiviteterne ikke mere.",
            len(missing),
        )
        notices.append(words % {"codes": ", ".join(f"»{piece}«" for piece in missing)})
    if asked.too_many:
        words = ngettext(
            "Der er plads til %(most)d på en liste. %(n)d er ikke kommet med.",
            "Der er plads til %(most)d på en liste. %(n)d er ikke kommet med.",
            asked.too_many,
        )
        notices.append(words % {"most": MOST, "n": asked.too_many})
    return notices


def _share(known: Sequence[str], activities: Sequence[Activity], now: datetime) -> Share:
    address = absolute(list_address(known))
    title = _("Min liste")
    paragraphs = ["\n".join(told(activity, now).lines) for activity in activities]
    titles = ", ".join(activity.title for activity in activities)
    return Share(
        title=title,
        address=address,
        sms=sms_address(fitted(title, [titles], address)),
        mail=mail_address(title, "\n\n".join([*paragraphs, _("Hele listen: %(address)s") % {"address": address}])),
        qr=qr_of(address),
        short=False,
    )
