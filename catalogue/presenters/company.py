""" "Kan nogen følge med?" — whether somebody comes along, drives you, or may come along for free."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..choices import AccessibilityFeature
from ..models import Activity
from ..wording import danish, joined


@dataclass(frozen=True, slots=True)
class Company:
    """The answer in a few words, and more sentences about it."""

    answer: str
    more: list[str]


def company_of(activity: Activity) -> Company:
    """What is known about going together; what nobody knows is to be asked about, not guessed."""
    answers = activity.accessibility()
    escort = answers.get(AccessibilityFeature.ESCORT)
    transport = answers.get(AccessibilityFeature.TRANSPORT)
    companion = answers.get(AccessibilityFeature.COMPANION_FREE)
    more = []
    if transport:
        more.append(_noted(_("Du kan blive kørt.") if transport[0] else _("Du kan ikke blive kørt."), transport[1]))
    if companion:
        free = _("Tager du selv en ledsager med, er det gratis for ledsageren.")
        more.append(
            _noted(free if companion[0] else _("Tager du selv en ledsager med, skal I begge betale."), companion[1])
        )
    if escort is None:
        return Company(_("Det ved vi ikke. Spørg arrangøren."), more)
    words = _("Ja, nogen kan følge med dig.") if escort[0] else _("Nej, her er ingen, der kan følge med dig.")
    return Company(_noted(words, escort[1]), more)


def _noted(words: str, note: str) -> str:
    return joined(" ", [words, danish(note)])
