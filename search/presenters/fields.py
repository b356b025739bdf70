"""The choices that are typed, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..query import RADII_KM, SearchQuery

AREA = "omraade"
MENDING = {
    "naer": gettext_lazy("Vi kender ikke stedet »%(value)s«. Skriv et postnummer eller en by, for eksempel 4220."),
    "alder": gettext_lazy("»%(value)s« er ikke en alder. Skriv den med tal, for eksempel 72."),
    "fra": gettext_lazy("»%(value)s« er ikke en dato. Vælg en dag i kalenderen."),
    "til": gettext_lazy("»%(value)s« er ikke en dato. Vælg en dag i kalenderen."),
}


@dataclass(frozen=True, slots=True)
class Radius:
    """One distance to choose."""

    km: int
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The typed choices as they stand; a value that could not be read is given back, so that nothing typed is lost."""

    near: str
    radii: list[Radius]
    age: str
    date_from: str
    date_to: str
    wrong: frozenset[str]

    @property
    def near_open(self) -> bool:
        return bool(self.near)

    @property
    def age_open(self) -> bool:
        return bool(self.age)

    @property
    def dates_open(self) -> bool:
        return bool(self.date_from or self.date_to)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person typed that could not be read; `field` is the id of its input."""

    field: str
    words: str


def fields_of(query: SearchQuery) -> Fields:
    """The fields with what was typed in them, readable or not."""
    typed = {ignored.parameter: ignored.value for ignored in query.ignored}
    return Fields(
        near=query.near or typed.get("naer", ""),
        radii=[_radius(km, query) for km in sorted({*RADII_KM, query.radius})],
        age=typed.get("alder", "") if query.age is None else str(query.age),
        date_from=query.date_from.isoformat() if query.date_from else "",
        date_to=query.date_to.isoformat() if query.date_to else "",
        wrong=frozenset(typed) & frozenset(MENDING),
    )


def problems_of(query: SearchQuery) -> list[Problem]:
    """What a person should mend, each with the field it is in."""
    problems = [
        Problem(ignored.parameter, MENDING[ignored.parameter] % {"value": ignored.value})
        for ignored in query.ignored
        if ignored.parameter in MENDING
    ]
    if query.date_from and query.date_to and query.date_to < query.date_from:
        problems.append(
            Problem(
                "til",
                _("Den sidste dag ligger før den første. Byt om på de to datoer."),
            )
        )
    return problems


def notices_of(query: SearchQuery) -> list[str]:
    """What was left out without needing to be mended."""
    others = [ignored for ignored in query.ignored if ignored.parameter not in MENDING]
    areas = list(dict.fromkeys(ignored.value for ignored in others if ignored.parameter == AREA))
    notices = [
        _("Vi kender ikke området »%(area)s«, så her er noget fra alle områder.") % {"area": area} for area in areas
    ]
    if any(ignored.parameter == "q" for ignored in others):
        notices.append(_("Din tekst var lang. Vi har søgt på begyndelsen af den."))
    values = list(
        dict.fromkeys(ignored.value for ignored in others if ignored.parameter not in ("q", AREA) and ignored.value)
    )
    if values:
        words = _("Det her i adressen kender vi ikke, så det tæller ikke med: %(values)s.")
        notices.append(words % {"values": ", ".join(values[:5])})
    return notices


def _radius(km: int, query: SearchQuery) -> Radius:
    return Radius(km, _("%(km)s km") % {"km": number_format(km)}, km == query.radius)
