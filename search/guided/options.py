"""What can be answered, and what each answer means to the search; every answer is a part of a `SearchQuery`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalogue.choices import Character, Delivery

from ..choices import PriceBand, TimeOfDay, Weekday
from ..profiles import BECAUSE, Profile

# Attribute of the query → values, any of which will do; of the accessibility features all must hold.
Meaning = Mapping[str, tuple[str, ...]]
WEEKEND = (Weekday.SATURDAY.value, Weekday.SUNDAY.value)
WEEKDAYS = tuple(day.value for day in Weekday if day.value not in WEEKEND)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer.

    `because` is its place in "Fordi …", said only of entries of which it is true; `unless` is what an entry should
    rather not have: such entries come last and are not said to be fitting for this reason. `group` is the heading that
    the option stands under, where there are many.
    """

    value: str
    words: Any
    because: Any
    meaning: Meaning
    unless: Meaning = field(default_factory=dict)
    group: str = ""


MISSED = (
    Option(
        "selskab",
        _("Nogen at være sammen med"),
        _("du vil være sammen med nogen"),
        {"characters": (Character.COMMUNITY.value,)},
    ),
    Option(
        "spise",
        _("Nogen at spise med"),
        _("du vil spise med nogen"),
        {"interests": ("faellesspisning", "madlavning")},
    ),
    Option("gaa", _("Nogen at gå en tur med"), _("du vil gå med nogen"), {"interests": ("gaature",)}),
    Option(
        "lave",
        _("Noget at lave, uden at skulle tale om følelser"),
        _("du vil lave noget sammen med andre"),
        {"characters": (Character.COMMUNITY.value, Character.EXPERIENCE.value)},
        unless={"interests": ("samtale", "samtalegruppe")},
    ),
    Option(
        "tale",
        _("En at tale med om det, der er svært"),
        _("du vil tale med nogen"),
        {"interests": ("samtale", "samtalegruppe")},
    ),
    Option(
        "besoeg",
        _("En, der kommer hjem til mig"),
        _("de kan komme hjem til dig"),
        {"delivery": (Delivery.AT_HOME.value,)},
    ),
    Option("ringe", _("En, der ringer til mig"), _("de kan ringe til dig"), {"delivery": (Delivery.BY_PHONE.value,)}),
    Option(
        "nytte", _("At gøre noget for andre"), _("du vil gøre noget for andre"), {"interests": ("frivilligt-arbejde",)}
    ),
)

LIKED = (
    Option("kaffe", _("Kaffe og snak"), _("kaffe og snak"), {"interests": ("kaffe-og-snak",)}),
    Option("mad", _("Mad og fælles måltider"), _("mad"), {"interests": ("faellesspisning", "madlavning", "kost")}),
    Option(
        "haender",
        _("At bruge hænderne: træ, værktøj og reparation"),
        _("at bruge hænderne"),
        {"interests": ("traevaerksted", "reparation", "teknik", "biler")},
    ),
    Option(
        "kreativ",
        _("At strikke, male eller lave keramik"),
        _("at være kreativ"),
        {"interests": ("haandarbejde", "billedkunst", "keramik", "kreativt-vaerksted", "foto")},
    ),
    Option("ture", _("Gåture og natur"), _("at være ude"), {"interests": ("gaature", "natur", "fiskeri", "cykling")}),
    Option("have", _("Have og planter"), _("at arbejde i haven"), {"interests": ("have",)}),
    Option("dyr", _("Hunde og andre dyr"), _("dyr"), {"interests": ("dyr", "hunde")}),
    Option(
        "bevaegelse",
        _("Sport, dans og motion"),
        _("at bevæge dig"),
        {
            "interests": (
                *("badminton", "dans", "fodbold", "motion", "petanque", "sport", "svoemning", "yoga"),
                "cykling",
            )
        },
    ),
    Option(
        "spil",
        _("Kort, brætspil, skak og bingo"),
        _("at spille"),
        {"interests": ("bingo", "braetspil", "skak", "spil-og-kort")},
    ),
    Option("gaming", _("Gaming og e-sport"), _("gaming"), {"interests": ("gaming", "e-sport")}),
    Option("musik", _("Sang og musik"), _("sang og musik"), {"interests": ("kor", "musik", "sang")}),
    Option(
        "kultur",
        _("Bøger, film, teater og foredrag"),
        _("kultur"),
        {"interests": ("boeger", "film", "foredrag", "kultur", "laesning", "lokalhistorie", "teater", "udflugter")},
    ),
    Option(
        "laere",
        _("At lære noget nyt: sprog, it og mobil"),
        _("at lære noget nyt"),
        {"interests": ("it-og-mobil", "sprog")},
    ),
    Option(
        "ro",
        _("Ro: mindfulness, tro og eftertanke"),
        _("ro"),
        {"interests": ("mindfulness", "tro-og-eksistens", "yoga")},
    ),
)

NEEDED = (
    *(
        Option(profile.value, profile.label, BECAUSE[profile], {"accessibility": (profile.value,)})
        for profile in Profile
    ),
    Option("gratis", _("Det skal være gratis"), _("det er gratis"), {"prices": (PriceBand.FREE.value,)}),
)

TIMES = (
    Option("formiddag", _("Om formiddagen"), _("det er om formiddagen"), {"times": (TimeOfDay.MORNING.value,)}),
    Option("eftermiddag", _("Om eftermiddagen"), _("det er om eftermiddagen"), {"times": (TimeOfDay.AFTERNOON.value,)}),
    Option("aften", _("Om aftenen"), _("det er om aftenen"), {"times": (TimeOfDay.EVENING.value,)}),
    Option("hverdage", _("På hverdage"), _("det er på hverdage"), {"weekdays": WEEKDAYS}),
    Option("weekend", _("I weekenden"), _("det er i weekenden"), {"weekdays": WEEKEND}),
)


def meant(options: Iterable[Option]) -> dict[str, tuple[str, ...]]:
    """What the options mean together, as attributes of a `SearchQuery`."""
    together: dict[str, set[str]] = {}
    for option in options:
        for attribute, values in option.meaning.items():
            together.setdefault(attribute, set()).update(values)
    return {attribute: tuple(sorted(values)) for attribute, values in together.items()}
