"""Kommuner, local areas and places to meet. The kommuner are Denmark's; what lies in them is made up."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from random import Random

_DATA = tomllib.loads(files(__package__).joinpath("places.toml").read_text(encoding="utf-8"))
KOMMUNER, BEGINNINGS, ENDINGS, STREETS = (
    _DATA[name].split() for name in ("kommuner", "beginnings", "endings", "streets")
)
KINDS_OF_VENUE: dict[str, list[str]] = _DATA["venues"]
ACCESS_OF_VENUE = "trinfri_adgang koerestolsvenlig handicaptoilet handicapparkering elevator teleslynge"
AREAS_IN_A_KOMMUNE = 8


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area; `parent` is the slug of its kommune, None for a kommune itself."""

    slug: str
    name: str
    parent: str | None
    postcode: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class VenueRow:
    """A place to meet; `access` maps a feature to yes or no."""

    slug: str
    name: str
    kind: str
    address: str
    postcode: str
    area: str
    latitude: float
    longitude: float
    access: dict[str, bool]


def slug_of(text: str) -> str:
    """The text as it stands in an address."""
    text = text.lower()
    for letter, letters in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        text = text.replace(letter, letters)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def make_areas(random: Random, kommuner: int) -> list[AreaRow]:
    """So many kommuner, each with its local areas."""
    rows: list[AreaRow] = []
    for number, name in enumerate(KOMMUNER[:kommuner]):
        latitude, longitude = random.uniform(54.9, 57.4), random.uniform(8.5, 12.4)
        root = f"{slug_of(name)}-kommune"
        rows.append(AreaRow(root, f"{name} Kommune", None, str(1100 + 90 * number), latitude, longitude))
        names = {f"{name} By": None}
        while len(names) < AREAS_IN_A_KOMMUNE:
            names[random.choice(BEGINNINGS) + random.choice(ENDINGS)] = None
        for place, local in enumerate(names):
            spread_latitude, spread_longitude = random.gauss(0, 0.08), random.gauss(0, 0.12)
            rows.append(
                AreaRow(
                    f"{slug_of(name)}-{slug_of(local)}",
                    local,
                    root,
                    str(1100 + 90 * number + 10 * place),
                    round(latitude + spread_latitude, 4),
                    round(longitude + spread_longitude, 4),
                )
            )
    return rows


def make_venues(random: Random, areas: list[AreaRow], count: int) -> list[VenueRow]:
    """So many places, spread over the local areas; what is not asked about their accessibility is absent."""
    local = [area for area in areas if area.parent]
    rows: list[VenueRow] = []
    for number in range(count):
        area = random.choice(local)
        kind = random.choice(list(KINDS_OF_VENUE))
        name = random.choice(KINDS_OF_VENUE[kind]).format(area.name.removesuffix(" By"))
        access = {feature: random.random() < 0.8 for feature in ACCESS_OF_VENUE.split() if random.random() < 0.6}
        rows.append(
            VenueRow(
                f"sted-{number}-{slug_of(name)}",
                name,
                kind,
                f"{random.choice(STREETS)} {random.randrange(1, 200)}",
                area.postcode,
                area.slug,
                round(area.latitude + random.gauss(0, 0.01), 4),
                round(area.longitude + random.gauss(0, 0.015), 4),
                access,
            )
        )
    return rows
