"""The columns of a spreadsheet of activities."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from ..choices import ActivityType, Character, Delivery, Language, Referrer, SignUp, Status
from . import times
from .column import (
    DAY,
    KEY,
    NUMBER,
    SEVERAL,
    TEXT,
    VERSION,
    WHEN,
    Column,
    accessibility,
    one_choice,
    one_of,
    print_same,
    read_key,
    read_number,
    read_price,
    some_choices,
    some_of,
)
from .repetition import PHRASES

LINES = "Flere tidspunkter: en linje til hvert (Alt+Enter)."


@cache
def columns() -> tuple[Column, ...]:
    """All of them, in the order of the file. Danish whatever language is in use: a file is read by its headings."""
    return (
        Column(
            "Nøgle",
            KEY,
            read_key,
            print_same,
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
            **one_choice(ActivityType),
            required=True,
            other_headings=("Del", "Type"),
            example="Relationel",
        ),  # fmt: skip
        Column("Karakter", "character", **one_choice(Character), required=True, example="Fællesskab"),
        Column(
            "Arrangør",
            "organisation",
            **one_of("organisations"),
            required=True,
            width=30,
            help="Navnet, som det står i kataloget.",
        ),  # fmt: skip
        Column(
            "Sted",
            "venue",
            **one_of("venues"),
            width=30,
            help="Navnet, som det står i kataloget. Tom, når man ikke møder op et sted.",
        ),  # fmt: skip
        Column(
            "Områder",
            "areas",
            **some_of("areas"),
            required=True,
            width=24,
            other_headings=("Område",),
            help=f"Hvor bor de, der kan være med? {SEVERAL}",
        ),  # fmt: skip
        Column(
            "Sådan foregår det",
            "delivery",
            **some_choices(Delivery),
            required=True,
            width=22,
            help=SEVERAL,
            example="Du møder op",
        ),  # fmt: skip
        Column(
            "Interesser", "interests", **some_of("interests"), width=26, help=SEVERAL, other_headings=("Interesse",)
        ),
        Column(
            "Målgrupper",
            "target_groups",
            **some_of("target_groups"),
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
            read=read_price,
            print=print_same,
            width=10,
            other_headings=("Pris",),
            help="0, når det er gratis. Tom, når prisen ikke kendes.",
            example=25,
        ),  # fmt: skip
        Column("Pris, i ord", "price_text", **TEXT, width=26, example="25 kr. med kaffe"),
        Column(
            "Sådan kommer man med",
            "signup",
            **one_choice(SignUp),
            required=True,
            width=22,
            other_headings=("Tilmelding",),
            example="Bare mød op",
        ),  # fmt: skip
        Column("Hvem kan foreslå det", "referrers", **some_choices(Referrer), width=22, help=SEVERAL, example="Alle"),
        Column("Pladser", "capacity", **NUMBER, width=9, help="Et tal. Tom, når der ingen grænse er.", example=40),
        Column("Ledige pladser", "places_left", **NUMBER, width=9, help="Et tal. Tom, når I ikke ved det."),
        Column("Sprog", "languages", **some_choices(Language), width=14, help=SEVERAL, example="Dansk"),
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
        *accessibility(),
        Column("Status", "status", **one_choice(Status), required=True, width=11, example="I gang"),
        Column("Hvorfor på pause eller ophørt?", "status_note", **TEXT, width=26),
        Column(
            "Pause til og med",
            "paused_until",
            **DAY,
            width=13,
            help="Den sidste dag i pausen. Tom: I siger selv til. Kun, når status er »På pause«.",
        ),  # fmt: skip
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
            read_number,
            print_same,
            "Lad den stå. Den viser, om nogen har rettet i kataloget, efter at du hentede filen.",
            width=10,
        ),  # fmt: skip
    )


def _when() -> tuple[Column, ...]:
    def column(heading: str, part: str, help: str, **more: Any) -> Column:
        return Column(heading, f"{WHEN}.{part}", print_same, print_same, help, **more)

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
