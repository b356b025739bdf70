"""The columns of a spreadsheet of activities: heading, guidance, and how a cell becomes a field and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import TextChoices

from ..choices import AccessibilityFeature, ActivityType, Character, Delivery, Language, Referrer, SignUp, Status
from . import cells, times
from .names import Names
from .repetition import PHRASES

Read = Callable[[Any, Names], Any]
Print = Callable[[Any, Names], Any]
Offer = Callable[[Names], list[str]]


@dataclass(frozen=True, slots=True)
class Column:
    """`field` is the path in an entry, such as "contact.phone"; `offer` gives the choices of the drop-down."""

    heading: str
    field: str
    read: Read
    print: Print
    help: str = ""
    required: bool = False
    offer: Offer | None = None
    several: bool = False
    width: int = 16
    other_headings: tuple[str, ...] = ()
    example: str | int | date | None = None

    def value_of(self, entry: dict[str, Any]) -> Any:
        """The field of an entry; None where the entry does not have it."""
        found: Any = entry
        for name in self.field.split("."):
            found = (found or {}).get(name)
        return found

    def put(self, entry: dict[str, Any], value: Any) -> None:
        outer, _dot, inner = self.field.partition(".")
        if not inner:
            entry[outer] = value
            return
        holder = dict(entry.get(outer) or {})
        if value is None:
            holder.pop(inner, None)
        else:
            holder[inner] = value
        entry[outer] = holder


KEY, VERSION = "slug", "version"
WHEN = "schedule"


def _text(value: Any, names: Names) -> str:
    return cells.text(value)


def _same(value: Any, names: Names) -> Any:
    return None if value == "" else value


def _key(value: Any, names: Names) -> str:
    return cells.text(value).strip().lower()


def _number(value: Any, names: Names) -> int | None:
    return cells.number(value)


def _price(value: Any, names: Names) -> int | float | None:
    return cells.price(value)


def _day(value: Any, names: Names) -> str | None:
    found = cells.day(value)
    return found.isoformat() if found else None


def _print_day(value: Any, names: Names) -> date | None:
    return date.fromisoformat(value) if value else None


def _yes_or_no(value: Any, names: Names) -> bool | None:
    return cells.yes_or_no(value)


def _print_yes_or_no(value: Any, names: Names) -> str | None:
    return None if value is None else cells.YES if value else cells.NO


def _choice(options: type[TextChoices]) -> dict[str, Any]:
    labels = [str(label) for label in options.labels]
    by_value = {value: str(label) for value, label in options.choices}
    return {
        "read": lambda value, names: cells.choice(value, options),
        "print": lambda value, names: by_value.get(value, value) if value else None,
        "offer": lambda names: labels,
    }


def _choices(options: type[TextChoices]) -> dict[str, Any]:
    labels = [str(label) for label in options.labels]
    by_value = {value: str(label) for value, label in options.choices}
    return {
        "read": lambda value, names: cells.choices(value, options),
        "print": lambda value, names: "; ".join(by_value.get(one, one) for one in value or []) or None,
        "offer": lambda names: labels,
        "several": True,
    }


def _one_of(kind: str) -> dict[str, Any]:
    def read(value: Any, names: Names) -> str | None:
        written = cells.text(value).strip()
        return getattr(names, kind).find(written) if written else None

    return {
        "read": read,
        "print": lambda value, names: getattr(names, kind).label(value) or None,
        "offer": lambda names: getattr(names, kind).labels(),
    }


def _some_of(kind: str) -> dict[str, Any]:
    def labelled(value: Any, names: Names) -> str | None:
        rows = getattr(names, kind)
        found = [rows.label(one) for one in value or []] if hasattr(rows, "label") else list(value or [])
        return "; ".join(sorted(found)) or None

    return {
        "read": lambda value, names: getattr(names, kind).find_all(value),
        "print": labelled,
        "offer": lambda names: getattr(names, kind).labels(),
        "several": True,
    }


TEXT: dict[str, Any] = {"read": _text, "print": _same}
NUMBER: dict[str, Any] = {"read": _number, "print": _same}
DAY: dict[str, Any] = {"read": _day, "print": _print_day}
SEVERAL = "Flere: skriv semikolon imellem."
LINES = "Flere tidspunkter: en linje til hvert (Alt+Enter)."


@cache
def columns() -> tuple[Column, ...]:
    """All of them, in the order of the file. Danish whatever language is in use: a file is read by its headings."""
    return (
        Column(
            "Nøgle",
            KEY,
            _key,
            _same,
            "Lad den stå. Er den tom, bliver rækken til en ny aktivitet, medmindre "
            "arrangøren har en med samme titel og sted.",
            width=24,
            other_headings=("Adresse (nøgle)", "slug", "uuid"),
            example="sangaften-paa-biblioteket",
        ),  # fmt: skip
        Column(
            "Titel",
            "title",
            **TEXT,
            required=True,
            width=34,
            help="Højst 200 tegn.",
            other_headings=("Navn",),
            example="Sangaften på biblioteket",
        ),  # fmt: skip
        Column(
            "Kort fortalt",
            "summary",
            **TEXT,
            required=True,
            width=44,
            help="Højst 160 tegn.",
            example="Syng med fra Højskolesangbogen. Du behøver ikke kunne synge.",
        ),  # fmt: skip
        Column(
            "Beskrivelse",
            "description",
            **TEXT,
            width=50,
            help="En tom linje giver et nyt afsnit.",
            example="Vi synger i en time og drikker kaffe bagefter.",
        ),  # fmt: skip
        Column(
            "Hvad sker der første gang?",
            "first_visit",
            **TEXT,
            width=34,
            help="Hvem tager imod, hvor går man hen, hvad skal man have med?",
            example="Du bliver mødt ved døren kl. 18.45.",
        ),  # fmt: skip
        Column(
            "Del af kataloget",
            "type",
            **_choice(ActivityType),
            required=True,
            other_headings=("Del", "Type"),
            example="Relationel",
        ),  # fmt: skip
        Column("Karakter", "character", **_choice(Character), required=True, example="Fællesskab"),
        Column(
            "Arrangør",
            "organisation",
            **_one_of("organisations"),
            required=True,
            width=30,
            help="Navnet, som det står i kataloget.",
        ),  # fmt: skip
        Column(
            "Sted",
            "venue",
            **_one_of("venues"),
            width=30,
            help="Navnet, som det står i kataloget. Tom, når man ikke møder op et sted.",
        ),  # fmt: skip
        Column(
            "Områder",
            "areas",
            **_some_of("areas"),
            required=True,
            width=24,
            other_headings=("Område",),
            help=f"Hvor bor de, der kan være med? {SEVERAL}",
        ),  # fmt: skip
        Column(
            "Sådan foregår det",
            "delivery",
            **_choices(Delivery),
            required=True,
            width=22,
            help=SEVERAL,
            example="Du møder op",
        ),  # fmt: skip
        Column(
            "Interesser", "interests", **_some_of("interests"), width=26, help=SEVERAL, other_headings=("Interesse",)
        ),
        Column(
            "Målgrupper",
            "target_groups",
            **_some_of("target_groups"),
            width=26,
            help=SEVERAL,
            other_headings=("Målgruppe", "Særligt for"),
        ),  # fmt: skip
        Column("Fra alder", "age_min", **NUMBER, width=9, help="Et tal. Tom, når der ingen grænse er.", example=60),
        Column("Til alder", "age_max", **NUMBER, width=9, help="Et tal. Tom, når der ingen grænse er."),
        Column(
            "Hvornår, i ord",
            "schedule_text",
            **TEXT,
            width=34,
            help="Når dagene ikke kan skrives i kolonnerne »Første gang« til »Ikke disse datoer«.",
            example="Ikke i skolernes ferier",
        ),  # fmt: skip
        *_when(),
        Column(
            "Pris i kroner",
            "price_dkk",
            read=_price,
            print=_same,
            width=10,
            other_headings=("Pris",),
            help="0, når det er gratis. Tom, når prisen ikke kendes.",
            example=25,
        ),  # fmt: skip
        Column("Pris, i ord", "price_text", **TEXT, width=26, example="25 kr. med kaffe"),
        Column(
            "Sådan kommer man med",
            "signup",
            **_choice(SignUp),
            required=True,
            width=22,
            other_headings=("Tilmelding",),
            example="Bare mød op",
        ),  # fmt: skip
        Column("Hvem kan foreslå det", "referrers", **_choices(Referrer), width=22, help=SEVERAL, example="Alle"),
        Column("Pladser", "capacity", **NUMBER, width=9, help="Et tal. Tom, når der ingen grænse er.", example=40),
        Column("Ledige pladser", "places_left", **NUMBER, width=9, help="Et tal. Tom, når I ikke ved det."),
        Column("Sprog", "languages", **_choices(Language), width=14, help=SEVERAL, example="Dansk"),
        Column(
            "Hvem kan man spørge?",
            "contact.name",
            **TEXT,
            width=24,
            help="En rolle, ikke en persons navn.",
            example="Korlederen",
        ),  # fmt: skip
        Column("Telefon", "contact.phone", **TEXT, example="58 00 00 00"),
        Column("Mail", "contact.email", **TEXT, width=26, other_headings=("E-mail",), example="sang@forening.example"),
        *_accessibility(),
        Column("Status", "status", **_choice(Status), required=True, width=11, example="I gang"),
        Column("Hvorfor på pause eller ophørt?", "status_note", **TEXT, width=26),
        Column(
            "Sidst bekræftet",
            "verified_on",
            **DAY,
            width=13,
            help="Hvornår arrangøren sidst sagde, at det passer.",
            example=date(2026, 9, 1),
        ),  # fmt: skip
        Column(
            "Bekræftet af",
            "verified_by",
            **TEXT,
            width=20,
            help="En rolle, ikke en persons navn. Tom, når det er arrangøren.",
        ),  # fmt: skip
        Column(
            "Version",
            VERSION,
            _number,
            _same,
            "Lad den stå. Den viser, om nogen har rettet i kataloget, efter at du hentede filen.",
            width=10,
        ),  # fmt: skip
    )


def _when() -> tuple[Column, ...]:
    def column(heading: str, part: str, help: str, **more: Any) -> Column:
        return Column(heading, f"{WHEN}.{part}", _same, _same, help, **more)

    return (
        column("Første gang", times.FIRST, f"Datoen, som 24-12-2026. {LINES}", width=13, example=date(2026, 9, 8)),
        column("Fra kl.", times.FROM, "Som 19.00.", width=9, example="19.00"),
        column(
            "Til kl.",
            times.TO,
            "Som 21.00. Varer det over et døgn, så skriv minutterne: 2880 min.",
            width=9,
            example="21.00",
        ),  # fmt: skip
        column(
            "Gentages",
            times.REPEATS,
            "Tom, når det er én gang. Ellers for eksempel »hver uge«, »hver 2. tirsdag«, "
            "»1. mandag i måneden«, eller en RRULE.",
            offer=lambda names: list(PHRASES),
            several=True,
            width=24,
            example="hver 2. tirsdag",
        ),  # fmt: skip
        column("Slutter", times.ENDS, "Den sidste dato, eller et antal: 8 gange. Tom, når det bliver ved.", width=13),
        column(
            "Ikke disse datoer",
            times.WITHOUT,
            "Datoer med komma imellem: 24-12-2026, 31-12-2026. Også »skoleferier« og »helligdage«.",
            width=20,
        ),
    )


def _accessibility() -> tuple[Column, ...]:
    return tuple(
        Column(
            str(label),
            f"accessibility.{feature}",
            _yes_or_no,
            _print_yes_or_no,
            "Ja eller nej. Tom, når I ikke ved det.",
            offer=lambda names: [cells.YES, cells.NO],
            width=12,
        )
        for feature, label in AccessibilityFeature.choices
    )


def cell_values(entry: dict[str, Any], names: Names) -> dict[str, Any]:
    """Field → what stands in its cell."""
    flat = entry | {WHEN: times.printed(entry.get(WHEN) or [])}
    return {column.field: column.print(column.value_of(flat), names) for column in columns()}
