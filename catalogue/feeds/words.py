"""What a calendar says of an activity, in words that do not change with the day they are read."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils.translation import gettext as _

from ..choices import SignUp, Status
from ..models import Activity, Venue
from ..presenters.contact import contact_of
from ..presenters.facts import SIGN_UP_WORDS, price, where
from ..recurrence import DateException, Occurrence, moment
from ..recurrence.occurrences import EARLIEST
from ..recurrence.words import change_words

# RFC 5545, 3.1: no control characters in text but the tab; line ends are written as \n.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def plain(text: str) -> str:
    """Typed text without what a calendar file cannot hold."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def title_words(activity: Activity, change: DateException | None = None) -> str:
    """The title, with what is the matter before it, because many calendars show nothing but this line."""
    return plain(f"{matter}: {activity.title}" if (matter := _matter(activity, change)) else activity.title)


def _matter(activity: Activity, change: DateException | None) -> str:
    if activity.status == Status.PAUSED:
        return _("På pause")
    if activity.status == Status.ENDED:
        return _("Ophørt")
    if change is None:
        return ""
    return _("Aflyst") if change.kind == "cancelled" else _("Flyttet")


def description_words(activity: Activity, address: str, change: DateException | None = None) -> str:
    """What has happened to it, what it is, what it costs, how to join, whom to ring, where to read more."""
    lines = [
        _status_words(activity),
        _change_words(change),
        activity.summary,
        activity.schedule_text,
        _("Pris: %(price)s") % {"price": price(activity).text},
        _("Sådan kommer du med: %(how)s") % {"how": SIGN_UP_WORDS[SignUp(activity.signup)]},
        contact_words(activity),
        _("Læs mere: %(address)s") % {"address": address},
    ]
    return plain("\n".join(line for line in lines if line))


def _status_words(activity: Activity) -> str:
    words = {Status.PAUSED: _("Det holder pause."), Status.ENDED: _("Det er ophørt.")}.get(Status(activity.status), "")
    return f"{words} {activity.status_note}".strip() if words else ""


def _change_words(change: DateException | None) -> str:
    if change is None:
        return ""
    start = moment(change.moved_to or change.original)
    occurrence = Occurrence(start, start + timedelta(0), moment(change.original), change.kind, change.reason)
    # Seen from long ago, so that the words name the year and never say "i morgen".
    return change_words(occurrence, EARLIEST)


def contact_words(activity: Activity) -> str:
    """ "Spørg Kontaktperson, 00 11 22 34", or "" when there is nobody to ask."""
    contact = contact_of(activity)
    ways = [way for way in (contact.phone, contact.email) if way]
    return _("Spørg %(whom)s") % {"whom": ", ".join([contact.name, *ways])} if ways else ""


def location_words(activity: Activity) -> str:
    """Name and address of the place; without one, how it takes place."""
    return plain(place_words(activity.venue) if activity.venue else where(activity).text)


def place_words(venue: Venue) -> str:
    """ "Huset, Gaden 1, 4220 Korsør"."""
    return ", ".join(part for part in (venue.name, venue.address, f"{venue.postcode} {venue.area.name}") if part)
