"""The entries: activities with their organisers, places, times, prices and answers about accessibility."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from .places import AreaRow, VenueRow, make_areas, make_venues, slug_of
from .themes import FOR_WHOM, OPENERS, ORGANISERS, ROLES, THEMES, WELCOMES, Theme

SEED = 20_261_126
DAYS = dict(
    zip(
        ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"),
        strict=True,
    )
)
FIRST_DAY = datetime.date(2026, 1, 5)
ACCESS = [
    "rolige_omgivelser",
    "foelgeskab",
    "transport_tilbydes",
    "let_dansk",
    "uden_it",
    "siddepladser",
    "ledsager_gratis",
]
LONGEST_SUMMARY = 160


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """Who runs activities."""

    slug: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """First date and time, minutes, and an RFC 5545 rule, empty for a single date."""

    starts_on: datetime.date
    starts_at: datetime.time
    minutes: int
    rrule: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity; organisation, venue and areas are numbers of rows of the catalogue."""

    uuid: uuid.UUID
    slug: str
    title: str
    summary: str
    description: str
    type: str
    character: str
    organisation: int
    venue: int | None
    areas: tuple[int, ...]
    delivery: tuple[str, ...]
    interests: tuple[str, ...]
    target_groups: tuple[str, ...]
    age_min: int | None
    access: dict[str, bool]
    schedule: ScheduleRow | None
    schedule_text: str
    price: int | None
    signup: str
    referrers: tuple[str, ...]
    languages: tuple[str, ...]
    verified_on: datetime.date | None
    status: str


@dataclass(frozen=True)
class Catalogue:
    """Everything but the activities, which are made as they are read: `activities()` gives the same each time."""

    size: int
    seed: int
    areas: list[AreaRow]
    venues: list[VenueRow]
    organisations: list[OrganisationRow]

    def activities(self, numbers: Iterable[int] | None = None) -> Iterator[ActivityRow]:
        """The activities, each made from its own number; those of other `numbers` are further ones of its kind."""
        area_numbers = {area.slug: number for number, area in enumerate(self.areas)}
        for number in range(self.size) if numbers is None else numbers:
            yield _activity(self, number, area_numbers)


def make_catalogue(size: int, seed: int = SEED) -> Catalogue:
    """A catalogue of `size` activities; the larger, the more kommuner, places and organisers."""
    random = Random(f"{seed}:{size}")
    areas = make_areas(random, max(3, min(98, size // 500)))
    venues = make_venues(random, areas, max(20, min(3000, size // 20)))
    organisations = _organisations(random, areas, max(20, min(5000, size // 15)))
    return Catalogue(size, seed, areas, venues, organisations)


def _organisations(random: Random, areas: list[AreaRow], count: int) -> list[OrganisationRow]:
    rows: list[OrganisationRow] = []
    for number in range(count):
        kind = random.choice(list(ORGANISERS))
        name = random.choice(ORGANISERS[kind]).format(random.choice(areas).name.removesuffix(" Kommune"))
        rows.append(OrganisationRow(f"arrangoer-{number}-{slug_of(name)}", name, kind))
    return rows


def _activity(catalogue: Catalogue, number: int, area_numbers: dict[str, int]) -> ActivityRow:
    random = Random(f"{catalogue.seed}:{catalogue.size}:{number}")
    # Not all themes are as common as each other, nor are all places.
    theme = THEMES[min(int(random.expovariate(1 / 9)), len(THEMES) - 1)]
    group = random.choice(list(FOR_WHOM)) if random.random() < 0.5 else "alle"
    delivery = _delivery(random, theme)
    venue = None if set(delivery) <= {"hjemme", "telefon", "online"} else random.randrange(len(catalogue.venues))
    areas = _areas(random, catalogue, venue, area_numbers)
    schedule = _schedule(random)
    title = _title(random, theme, group, catalogue.areas[areas[0]].name)
    price = random.choices((0, 20, 45, 120, None), (55, 15, 12, 8, 10))[0]
    signup = random.choices(("ingen", "telefon", "mail", "web", "henvisning"), (40, 30, 10, 12, 8))[0]
    return ActivityRow(
        uuid=uuid.UUID(int=random.getrandbits(128), version=4),
        slug=f"{slug_of(title[:60])}-{number}",
        title=title,
        summary=_summary(random, theme),
        description=_description(random, theme, catalogue.venues[venue].name if venue is not None else "området"),
        type=_type(random, theme, delivery),
        character=theme.character,
        organisation=random.randrange(len(catalogue.organisations)),
        venue=venue,
        areas=areas,
        delivery=delivery,
        interests=tuple(random.sample(theme.interests, min(len(theme.interests), random.randint(1, 3)))),
        target_groups=tuple({group: None, **({"ældre": None} if random.random() < 0.3 else {})}),
        age_min=random.choice((None, None, None, 18, 60)),
        access={feature: random.random() < 0.85 for feature in ACCESS if random.random() < 0.35},
        schedule=schedule,
        schedule_text=_schedule_text(schedule),
        price=price,
        signup=signup,
        referrers=("laege", "kommune")
        if signup == "henvisning"
        else random.choice((("alle",), ("selv", "paaroerende"))),
        languages=("da", *random.sample(("en", "ar", "uk", "de", "tr"), random.choices((0, 1, 2), (80, 15, 5))[0])),
        verified_on=datetime.date(2026, 1, 1) + datetime.timedelta(random.randrange(330)),
        status=random.choices(("aktiv", "pause"), (95, 5))[0],
    )


def _title(random: Random, theme: Theme, group: str, place: str) -> str:
    words = (random.choice(theme.names), random.choice(FOR_WHOM[group]), f"i {place}" if random.random() < 0.6 else "")
    return " ".join(word for word in words if word)


def _summary(random: Random, theme: Theme) -> str:
    text = f"{random.choice(OPENERS)} Vi {random.choice(theme.does)}."
    return text if len(text) <= LONGEST_SUMMARY else text[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"


def _description(random: Random, theme: Theme, venue: str) -> str:
    paragraphs = [
        f"{random.choice(OPENERS)} Vi {', og vi '.join(random.sample(theme.does, 2))}.",
        f"Vi {random.choice(theme.does)}. {random.choice(WELCOMES)} {random.choice(WELCOMES)}",
        f"{random.choice(WELCOMES)} {random.choice(OPENERS)}",
    ]
    filled = {"role": random.choice(ROLES), "few": random.randint(4, 9), "many": random.randint(10, 40), "venue": venue}
    return "\n\n".join(paragraph.format(**filled) for paragraph in paragraphs[: random.randint(1, 3)])


def _delivery(random: Random, theme: Theme) -> tuple[str, ...]:
    if theme.character == "stoette" and random.random() < 0.5:
        return random.choice((("hjemme",), ("telefon",), ("hjemme", "telefon"), ("online",)))
    return random.choice((("fremmoede",), ("fremmoede",), ("fremmoede", "udendoers"), ("udendoers",)))


def _type(random: Random, theme: Theme, delivery: tuple[str, ...]) -> str:
    if theme.character == "stoette" and "fremmoede" not in delivery:
        return "opsoegende"
    return random.choices(("relationel", "forebyggende"), (60, 40))[0]


def _areas(random: Random, catalogue: Catalogue, venue: int | None, area_numbers: dict[str, int]) -> tuple[int, ...]:
    if venue is None:
        first = catalogue.areas[random.randrange(len(catalogue.areas))]
    else:
        first = catalogue.areas[area_numbers[catalogue.venues[venue].area]]
    whole = first.parent is not None and random.random() < 0.2
    return (area_numbers[first.slug],) if not whole else (area_numbers[str(first.parent)],)


def _schedule(random: Random) -> ScheduleRow | None:
    if random.random() < 0.15:
        return None
    starts_on = FIRST_DAY + datetime.timedelta(random.randrange(420))
    day = list(DAYS)[starts_on.weekday()]
    rule = random.choices(
        (f"FREQ=WEEKLY;BYDAY={day}", f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", f"FREQ=MONTHLY;BYDAY=2{day}", ""),
        (60, 15, 15, 10),
    )[0]
    hour = random.choices((9, 10, 13, 14, 17, 19), (15, 25, 15, 20, 15, 10))[0]
    return ScheduleRow(starts_on, datetime.time(hour, random.choice((0, 30))), random.choice((60, 90, 120, 180)), rule)


def _schedule_text(schedule: ScheduleRow | None) -> str:
    if schedule is None:
        return "Efter aftale"
    day = list(DAYS.values())[schedule.starts_on.weekday()]
    return f"{day} kl. {schedule.starts_at:%H.%M}" if schedule.rrule else f"{day} den {schedule.starts_on:%d.%m.%Y}"
