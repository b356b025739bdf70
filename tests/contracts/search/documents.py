"""Documents for the contract of the engines, made directly, without a database.

Their values are those of the catalogue, so that the same documents can be written to a database where an engine reads
from one. No token begins with another, because not every engine knows where a word ends.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import blake2s

from catalogue.choices import ActivityType, Character, Delivery, Language, Referrer, SignUp
from search.choices import PriceBand, TimeOfDay, Weekday
from search.documents import IndexDocument
from search.documents.activities import WITHOUT_A_PLACE, referrers
from search.profiles import with_profiles
from search.schema import FAR_FUTURE, NO_AGE_MAX, KeywordField, NumberField, TextField

NAMESPACE = uuid.UUID("5b6b7d5e-2f0b-4c0f-9a37-3a0f0f6c2f11")

# Latitude and longitude in degrees.
TOWNS = {
    "slagelse-by": (55.4028, 11.3546),
    "korsoer": (55.3299, 11.1386),
    "skaelskoer": (55.2533, 11.2861),
    "herning-by": (56.1393, 8.9738),
}
KOMMUNE = {"slagelse-by": "slagelse", "korsoer": "slagelse", "skaelskoer": "slagelse", "herning-by": "herning"}

MIDDAY = 1_795_600_800  # 24 November 2026, 10:00 UTC


# Document id → name, of all that were made, so that a test can speak of them by name.
NAMES: dict[str, str] = {}


def ident(name: str) -> str:
    """The id of the document of that name."""
    made = f"activity:{uuid.uuid5(NAMESPACE, name)}"
    NAMES[made] = name
    return made


def served(*towns: str) -> tuple[str, ...]:
    """The towns' slugs and those of the areas that hold them."""
    return tuple(sorted({*towns, *(KOMMUNE[town] for town in towns)}))


def accessible(values: dict[KeywordField, tuple[str, ...]]) -> dict[KeywordField, tuple[str, ...]]:
    """The answers of the values with the person's own words among them, as an activity's document has them."""
    answers = dict.fromkeys(values.get(KeywordField.ACCESS_YES, ()), True)
    answers |= dict.fromkeys(values.get(KeywordField.ACCESS_NO, ()), False)
    somewhere = not set(values.get(KeywordField.DELIVERY, ("fremmoede",))) <= WITHOUT_A_PLACE
    said = with_profiles(answers, somewhere=somewhere)
    return {
        KeywordField.ACCESS_YES: tuple(sorted(name for name, holds in said.items() if holds)),
        KeywordField.ACCESS_NO: tuple(sorted(name for name, holds in said.items() if not holds)),
    }


def document(
    name: str,
    *,
    text: dict[TextField, str] | None = None,
    numbers: dict[NumberField, tuple[int, ...]] | None = None,
    town: str | None = None,
    **keywords: str | tuple[str, ...],
) -> IndexDocument:
    """An activity with a title; `town` is where it takes place; `keywords` are named as the index names its fields."""
    values = {
        KeywordField.KIND: ("activity",),
        KeywordField.TYPE: ("relationel",),
        KeywordField.STATUS: ("aktiv",),
        KeywordField.PRICE: ("gratis",),
        KeywordField.AREA: served(town) if town else (),
        KeywordField.REACH: served(town) if town else (),
        KeywordField.VENUE_AREA: served(town) if town else (),
        **{KeywordField(key): (value,) if isinstance(value, str) else value for key, value in keywords.items()},
    }
    if values[KeywordField.PRICE] == ("gratis",):
        values[KeywordField.PRICE] = ("gratis", "op-til-50")  # what is free costs at most 50 kr. as well
    values.update(accessible(values))
    made = IndexDocument(
        id=ident(name),
        kind="activity",
        text={TextField.TITLE: name, **(text or {})},
        keywords={field: value for field, value in values.items() if value},
        numbers={
            NumberField.AGE_MIN: (0,),
            NumberField.AGE_MAX: (NO_AGE_MAX,),
            NumberField.NEXT_START: (FAR_FUTURE,),
            NumberField.VERIFIED: (0,),
            **(numbers or {}),
        },
        location=TOWNS[town] if town else None,
    )
    return replace(made, fingerprint=blake2s(repr(made).encode(), digest_size=8).hexdigest())


CATALOGUE = (
    document(
        "strikkeklub",
        text={TextField.SUMMARY: "hyggelig eftermiddag", TextField.BODY: "kaffe garn snak"},
        town="korsoer",
        type="relationel",
        interest=("haandarbejde", "samvaer"),
        access_yes=("trinfri_adgang", "teleslynge"),
        weekday="tir",
        time="eftermiddag",
        delivery="fremmoede",
        numbers={NumberField.NEXT_START: (MIDDAY,), NumberField.DATE: (20261124, 20261201)},
    ),
    document(
        "vandrehold",
        text={TextField.SUMMARY: "motion udenfor", TextField.BODY: "kaffe bagefter"},
        town="slagelse-by",
        type="forebyggende",
        interest=("motion", "samvaer"),
        access_no=("trinfri_adgang",),
        weekday=("man", "tor"),
        time="formiddag",
        delivery="udendoers",
        numbers={
            NumberField.AGE_MIN: (60,),
            NumberField.NEXT_START: (MIDDAY - 86_400,),
            NumberField.DATE: (20261123, 20261126),
        },
    ),
    document(
        "telefonven",
        text={TextField.SUMMARY: "snak hjemmefra"},
        type="opsoegende",
        area=("slagelse", "slagelse-by", "korsoer"),
        interest="samvaer",
        delivery="telefon",
    ),
    document(
        "koncert",
        text={TextField.SUMMARY: "musik oplevelse"},
        town="herning-by",
        type="forebyggende",
        interest="musik",
        access_yes=("trinfri_adgang",),
        weekday="loer",
        time="aften",
        price="over-50",
        delivery="fremmoede",
        numbers={NumberField.NEXT_START: (MIDDAY + 4 * 86_400,), NumberField.DATE: (20261128,)},
    ),
    document(
        "korsang",
        text={TextField.SUMMARY: "musik samvaer", TextField.BODY: "kaffe musik musik"},
        town="skaelskoer",
        type="relationel",
        interest=("musik", "samvaer"),
        weekday="tir",
        time="aften",
        price="op-til-50",
        delivery="fremmoede",
        numbers={NumberField.AGE_MAX: (40,), NumberField.NEXT_START: (MIDDAY,), NumberField.DATE: (20261124,)},
    ),
)

WORDS = ("kaffe", "garn", "musik", "motion", "snak", "brodering", "have", "film", "dans", "litteratur")
INTERESTS = ("motion", "musik", "haandarbejde", "samvaer", "natur")
FEATURES = ("trinfri_adgang", "teleslynge", "elevator")


def many(count: int, *, seed: int = 7) -> tuple[IndexDocument, ...]:
    """Documents with values drawn at random, always the same ones."""
    draw = random.Random(seed)
    return tuple(_drawn(draw, f"tilbud{number}") for number in range(count))


def _drawn(draw: random.Random, name: str) -> IndexDocument:
    known = draw.sample(FEATURES, draw.randint(0, 3))
    yes = draw.randint(0, len(known))
    days = draw.sample(range(1, 29), draw.randint(0, 3))
    return document(
        name,
        text={
            TextField.TITLE: _words(draw, 1, 3),
            TextField.SUMMARY: _words(draw, 2, 8),
            TextField.BODY: _words(draw, 0, 30),
        },
        town=draw.choice([None, *TOWNS]),
        type=draw.choice(ActivityType.values),
        character=draw.choice(Character.values),
        interest=_some(draw, INTERESTS),
        access_yes=tuple(known[:yes]),
        access_no=tuple(known[yes:]),
        weekday=tuple(sorted({str(list(Weekday)[date(2026, 12, day).weekday()]) for day in days})),
        time=draw.choice(TimeOfDay.values) if days else (),
        price=draw.choice(PriceBand.values),
        delivery=_some(draw, Delivery.values, at_least=1),
        language=_some(draw, Language.values[:4], at_least=1),
        signup=draw.choice(SignUp.values),
        referrer=tuple(sorted(referrers(_some(draw, Referrer.values)))),
        numbers={
            NumberField.AGE_MIN: (draw.choice([0, 18, 60, 65]),),
            NumberField.AGE_MAX: (draw.choice([70, 99, NO_AGE_MAX]),),
            NumberField.NEXT_START: (MIDDAY + 86_400 * min(days) if days else FAR_FUTURE,),
            NumberField.DATE: tuple(20261200 + day for day in sorted(days)),
            NumberField.VERIFIED: (20260101 + draw.randint(0, 30),),
        },
    )


def _words(draw: random.Random, least: int, most: int) -> str:
    return " ".join(draw.choices(WORDS, k=draw.randint(least, most)))


def _some(draw: random.Random, values: Iterable[str], *, at_least: int = 0) -> tuple[str, ...]:
    choices = list(values)
    return tuple(draw.sample(choices, draw.randint(at_least, min(3, len(choices)))))
