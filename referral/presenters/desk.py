"""The page for professionals: who may propose what, and how."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.choices import Referrer

from ..queries import Reach, reach_by_referrer

# In the order of how often they ask.
PROFESSIONS = [
    (gettext_lazy("Læge"), Referrer.GP),
    (gettext_lazy("Sygeplejerske i lægehus"), Referrer.GP),
    (gettext_lazy("Hjemmepleje"), Referrer.MUNICIPALITY),
    (gettext_lazy("Forebyggende hjemmebesøg"), Referrer.MUNICIPALITY),
    (gettext_lazy("Sygeplejerske i kommunen"), Referrer.MUNICIPALITY),
    (gettext_lazy("Socialrådgiver"), Referrer.MUNICIPALITY),
    (gettext_lazy("Bibliotek"), Referrer.MUNICIPALITY),
    (gettext_lazy("Boligsocial medarbejder"), Referrer.MUNICIPALITY),
]


@dataclass(frozen=True, slots=True)
class Door:
    """Professions that may propose the same: who, how much, and the way to it."""

    heading: str
    who: list[str]
    reach: Reach
    how: str
    find: str
    browse: str


def doors_for_professionals() -> list[Door]:
    """One door for each kind of referrer that the catalogue knows."""
    reach = reach_by_referrer()
    headings = {Referrer.GP: _("Fra lægehuset"), Referrer.MUNICIPALITY: _("Fra kommunen og dens samarbejdspartnere")}
    return [
        Door(
            heading=headings[referrer],
            who=[str(name) for name, one in PROFESSIONS if one == referrer],
            reach=reach[str(referrer)],
            how=_how(referrer),
            find=f"{reverse('referral:find')}?henviser={referrer}",
            browse=f"{reverse('search:results')}?henviser={referrer}",
        )
        for referrer in (Referrer.GP, Referrer.MUNICIPALITY)
    ]


def _how(referrer: Referrer) -> str:
    if referrer == Referrer.GP:
        return _("Det meste kan personen selv melde sig til. Står der »Du skal henvises«, så ring til arrangøren.")
    return _("Det meste kan personen selv melde sig til. Er det svært, så ring sammen, mens I sidder der.")
