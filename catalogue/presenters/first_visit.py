""" "Hvad sker der første gang?" — in the organiser's words, or else in what the entry's own facts say."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..choices import AccessibilityFeature, SignUp, Status
from ..models import Activity
from ..recurrence.words import sentence
from ..wording import Marked, danish, woven
from .contact import contact_of
from .facts import price, referrer_words
from .prose import Block, blocks_of


def first_visit_of(activity: Activity) -> list[Block]:
    """What the organiser has written; the facts as a list where nothing is written; nothing while it is on pause."""
    if activity.first_visit:
        return blocks_of(activity.first_visit)
    if activity.status != Status.ACTIVE:
        return []
    lines = [_coming(activity), _asking(activity), _paying(activity), _bringing(activity)]
    return [
        Block([_("Arrangøren har ikke skrevet om den første gang. Det her ved vi:")], written=False),
        Block([line for line in lines if line], is_list=True, written=False),
    ]


def _coming(activity: Activity) -> str:
    if activity.places_left == 0:
        return _("Der er fuldt lige nu. Spørg, om du kan komme på venteliste.")
    return {
        SignUp.NONE: _("Du behøver ikke sige til først. Du kan bare møde op."),
        SignUp.PHONE: _("Ring, før du kommer første gang."),
        SignUp.MAIL: _("Skriv en mail, før du kommer første gang."),
        SignUp.WEB: _("Meld dig til på nettet, før du kommer første gang."),
        SignUp.REFERRAL: " ".join(filter(None, [_("Du skal henvises først."), _referring(activity)])),
    }[SignUp(activity.signup)]


def _referring(activity: Activity) -> str:
    who = referrer_words(activity)
    return f"{who}." if who else ""


def _asking(activity: Activity) -> str:
    contact = contact_of(activity)
    if contact.phone:
        return woven(
            _("Er du i tvivl, så ring og spørg: %(who)s, %(phone)s."), who=danish(contact.name), phone=contact.phone
        )
    if contact.email:
        return woven(
            _("Er du i tvivl, så skriv og spørg: %(who)s, %(email)s."), who=danish(contact.name), email=contact.email
        )
    return ""


def _paying(activity: Activity) -> str:
    if activity.price_dkk is None and not activity.price_text:
        return _("Spørg, hvad det koster.")
    if activity.price_dkk == 0 and not activity.price_text:
        return _("Det er gratis.")
    said = price(activity).text
    words = sentence(said).rstrip(".")
    return woven(_("Pris: %(price)s."), price=danish(words) if isinstance(said, Marked) else words)


def _bringing(activity: Activity) -> str:
    holds, _note = activity.accessibility().get(AccessibilityFeature.COMPANION_FREE, (False, ""))
    return _("Du kan tage en ledsager med. Det er gratis for ledsageren.") if holds else ""
