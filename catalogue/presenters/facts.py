"""When, where, what it costs and how to join: the four things that everybody asks first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..choices import Delivery, Referrer, SignUp, Status
from ..models import Activity
from ..recurrence.words import listed, sentence
from ..wording import danish, in_danish, joined, reads_danish
from .dates import next_time
from .schedule import paused_words, schedule_words

SIGN_UP_WORDS = {
    SignUp.NONE: gettext_lazy("Bare mød op"),
    SignUp.PHONE: gettext_lazy("Ring først"),
    SignUp.MAIL: gettext_lazy("Skriv en mail først"),
    SignUp.WEB: gettext_lazy("Tilmeld dig på nettet"),
    SignUp.REFERRAL: gettext_lazy("Du skal henvises"),
}
REFERRER_WORDS = {
    Referrer.SELF: gettext_lazy("du selv"),
    Referrer.RELATIVE: gettext_lazy("en pårørende"),
    Referrer.GP: gettext_lazy("din læge"),
    Referrer.MUNICIPALITY: gettext_lazy("kommunen"),
}
AREAS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer, with a smaller line below it and an address to follow, where there is one."""

    icon: str
    label: str
    text: str
    note: str = ""
    address: str = ""


def facts_of(activity: Activity, now: datetime, distance_km: float | None = None) -> list[Fact]:
    """When, where, price and how to join, in that order."""
    return [
        when(activity, now),
        where(activity, distance_km),
        price(activity),
        joining(activity),
    ]


def when(activity: Activity, now: datetime) -> Fact:
    """The next date in words; what is said of the schedule, where no date can be computed."""
    coming = next_time(activity, now)
    if coming and coming.words:
        return Fact(
            "calendar-month",
            _("Hvornår"),
            coming.words,
            coming.note or schedule_words(activity, localdate(now)),
        )
    if activity.status == Status.PAUSED:
        return Fact(
            "calendar-month", _("Hvornår"), paused_words(activity, localdate(now)), danish(activity.status_note)
        )
    return Fact(
        "calendar-month",
        _("Hvornår"),
        schedule_words(activity, localdate(now)) or _("Spørg, hvornår det er"),
    )


def where(activity: Activity, distance_km: float | None = None) -> Fact:
    """The place and how far away it is; or that it comes to you, and where."""
    remote = _remote_words(activity)
    away = distance_words(distance_km)
    if activity.venue is None:
        text = sentence(remote) or _("Spørg, hvor det er")
        return Fact("location", _("Hvor"), text, _areas_words(activity))
    place, town = activity.venue.name, activity.venue.area.name
    text = place if town.casefold() in place.casefold() else f"{place}, {town}"
    also = _("Også %(how)s") % {"how": remote} if remote else ""
    note = " · ".join(part for part in (away, also) if part)
    return Fact("location", _("Hvor"), danish(text), note, activity.venue.get_absolute_url())


def place_in_a_line(activity: Activity) -> str:
    """The place, or how it comes to you and in which areas, where there is only a line for it."""
    fact = where(activity)
    return fact.text if activity.venue else joined(" · ", [fact.text, fact.note])


def distance_words(km: float | None) -> str:
    """ "800 m væk", "3,4 km væk", "12 km væk"."""
    if km is None:
        return ""
    tenths = max(0.1, round(km, 1))
    if tenths < 1:
        return _("%(metres)d m væk") % {"metres": round(tenths * 1000)}
    decimals = 1 if tenths < 10 and tenths % 1 else 0
    return _("%(km)s km væk") % {"km": number_format(tenths, decimals)}


def price(activity: Activity) -> Fact:
    """What it costs, in the organiser's own words where there are any."""
    return Fact("payments", _("Pris"), danish(_own_price_words(activity)) or _price_words(activity.price_dkk))


def joining(activity: Activity) -> Fact:
    """What to do to be part of it, who may refer, and whether there is room."""
    signup = SignUp(activity.signup)
    notes = [
        referrer_words(activity) if signup == SignUp.REFERRAL else "",
        _room_words(activity),
    ]
    return Fact(
        "person",
        _("Sådan kommer du med"),
        str(SIGN_UP_WORDS[signup]),
        " · ".join(note for note in notes if note),
    )


def _own_price_words(activity: Activity) -> str:
    """What the organiser says of the price; nothing to readers of English when it says no more than the amount."""
    with in_danish():
        amount = _price_words(activity.price_dkk)
    return "" if not reads_danish() and activity.price_text.rstrip(" .") == amount else activity.price_text


def _price_words(amount: Decimal | None) -> str:
    if amount is None:
        return _("Spørg om prisen")
    return _("%(amount)s kr.") % {"amount": number_format(amount, None if amount % 1 else 0)} if amount else _("Gratis")


def _remote_words(activity: Activity) -> str:
    words = {
        Delivery.AT_HOME: _("hjemme hos dig"),
        Delivery.BY_PHONE: _("på telefon"),
        Delivery.ONLINE: _("på nettet"),
    }
    return either([words[form] for form in Delivery.without_a_place() if form in activity.delivery])


def either(words: list[str]) -> str:
    """ "hjemme hos dig", "hjemme hos dig eller på telefon"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(most)s eller %(last)s") % {
        "most": ", ".join(words[:-1]),
        "last": words[-1],
    }


def _areas_words(activity: Activity) -> str:
    names = [area.name for area in activity.areas.all()]
    rest = len(names) - AREAS_NAMED
    if rest > 1:
        more = ngettext("%(n)d andet område", "%(n)d andre områder", rest) % {"n": rest}
        names = [*names[:AREAS_NAMED], more]
    return _("I %(areas)s") % {"areas": listed(names)} if names else ""


def referrer_words(activity: Activity) -> str:
    """ "Din læge eller kommunen kan henvise", or "" when nobody is named."""
    who = [str(REFERRER_WORDS[Referrer(value)]) for value in activity.referrers if value in REFERRER_WORDS]
    return _("%(who)s kan henvise") % {"who": sentence(either(who))} if who else ""


def _room_words(activity: Activity) -> str:
    if activity.places_left is None:
        return ""
    if activity.places_left == 0:
        return _("Fuldt lige nu. Spørg om venteliste")
    return ngettext("%(n)d ledig plads", "%(n)d ledige pladser", activity.places_left) % {"n": activity.places_left}
