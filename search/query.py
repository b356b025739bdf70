"""`SearchQuery`: the whole question a person asks of the catalogue, read from and printed to the query string."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlencode

from catalogue.choices import (
    AccessibilityFeature,
    ActivityType,
    Character,
    Delivery,
    Language,
    Referrer,
    SignUp,
)

from .choices import PriceBand, Sort, TimeOfDay, Weekday
from .profiles import Profile

MAX_TEXT = 200
MAX_PAGE = 1000
MAX_VALUES = 30
RADII_KM = (2, 5, 10, 20, 50)
DEFAULT_RADIUS_KM = 10
PLACE = re.compile(r"[^\W_][\w .,/'-]{0,79}\Z")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)\Z")


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something in the address that means nothing here; the page says so."""

    parameter: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One search. Tuples are sorted and without doubles, so that equal questions are equal objects.

    `near` is a postcode, the name or slug of a place, or "latitude,longitude" in degrees; `radius` is in
    kilometres; dates are local and inclusive; `page` counts from 1.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    near: str = ""
    radius: int = DEFAULT_RADIUS_KM
    interests: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    age: int | None = None
    signup: tuple[str, ...] = ()
    referrers: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    date_from: datetime.date | None = None
    date_to: datetime.date | None = None
    sort: str = Sort.RELEVANCE.value
    page: int = 1
    ignored: tuple[Ignored, ...] = field(default=(), compare=False)

    @classmethod
    def parse(cls, parameters: Mapping[str, Sequence[str]]) -> SearchQuery:
        """The question in `parameters` (name → values, as `dict(request.GET.lists())`).

        Never raises: what cannot be read is left out of the question and named in `ignored`.
        """
        reader = _Reader(parameters)
        values: dict[str, Any] = {name: reader.many(name, allowed) for name, allowed in MANY.items()}
        query = cls(
            text=reader.text("q"),
            near=reader.near("naer"),
            radius=reader.number("radius", 1, 200) or DEFAULT_RADIUS_KM,
            age=reader.number("alder", 0, 120),
            date_from=reader.date("fra"),
            date_to=reader.date("til"),
            sort=reader.one("sorter", Sort.values) or Sort.RELEVANCE.value,
            page=reader.number("side", 1, MAX_PAGE) or 1,
            **{FIELD_OF[name]: value for name, value in values.items()},
        )
        return replace(query, ignored=tuple(reader.ignored))

    def parameters(self) -> list[tuple[str, str]]:
        """The question as (name, value) pairs in a fixed order; what is default is left out."""
        pairs: list[tuple[str, str]] = []
        default = SearchQuery()
        for parameter, name in PARAMETERS.items():
            value = getattr(self, name)
            if value == getattr(default, name):
                continue
            items = value if isinstance(value, tuple) else (value,)
            pairs += [
                (
                    parameter,
                    item.isoformat() if isinstance(item, datetime.date) else str(item),
                )
                for item in items
            ]
        return pairs

    def urlencode(self) -> str:
        """The query string, without the question mark."""
        return urlencode(self.parameters())

    def but(self, **changes: Any) -> SearchQuery:
        """The same question with these changes, from its first page unless a page is given."""
        return replace(self, **{"page": 1, "ignored": (), **changes})

    def with_value(self, parameter: str, value: str) -> SearchQuery:
        """The same question with one more value of a repeatable parameter."""
        name = FIELD_OF[parameter]
        return self.but(**{name: tuple(sorted({*getattr(self, name), value}))})

    def without_value(self, parameter: str, value: str) -> SearchQuery:
        """The same question without that value of a repeatable parameter."""
        name = FIELD_OF[parameter]
        return self.but(**{name: tuple(item for item in getattr(self, name) if item != value)})

    @property
    def is_filtered(self) -> bool:
        """Whether anything but text, order and page has been chosen."""
        return any(
            getattr(self, name) != getattr(_EMPTY, name)
            for name in PARAMETERS.values()
            if name not in ("text", "sort", "page", "radius")
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been asked at all."""
        return not self.text and not self.is_filtered


PARAMETERS: dict[str, str] = {
    "q": "text",
    "type": "types",
    "karakter": "characters",
    "omraade": "areas",
    "naer": "near",
    "radius": "radius",
    "interesse": "interests",
    "maalgruppe": "target_groups",
    "adgang": "accessibility",
    "dag": "weekdays",
    "tid": "times",
    "pris": "prices",
    "form": "delivery",
    "sprog": "languages",
    "alder": "age",
    "tilmelding": "signup",
    "henviser": "referrers",
    "arrangoer": "organisations",
    "fra": "date_from",
    "til": "date_to",
    "sorter": "sort",
    "side": "page",
}
FIELD_OF = PARAMETERS

# The repeatable parameters, with their closed list where there is one; the others name slugs of the catalogue.
MANY: dict[str, Sequence[str] | None] = {
    "type": ActivityType.values,
    "karakter": Character.values,
    "omraade": None,
    "interesse": None,
    "maalgruppe": None,
    "adgang": (*Profile.values, *AccessibilityFeature.values),
    "dag": Weekday.values,
    "tid": TimeOfDay.values,
    "pris": PriceBand.values,
    "form": Delivery.values,
    "sprog": Language.values,
    "tilmelding": SignUp.values,
    "henviser": Referrer.values,
    "arrangoer": None,
}
_EMPTY = SearchQuery()
assert set(PARAMETERS.values()) == {item.name for item in fields(SearchQuery)} - {"ignored"}  # noqa: S101


def clean_text(text: str) -> str:
    """Typed text without control characters and doubled spaces, in Unicode's composed form, not yet shortened."""
    composed = unicodedata.normalize("NFC", text)
    printable = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in composed)
    return " ".join(printable.split())


class _Reader:
    """Reads parameters and remembers what it could not use."""

    def __init__(self, parameters: Mapping[str, Sequence[str]]) -> None:
        self.parameters = parameters
        self.ignored: list[Ignored] = []

    def _ignore(self, name: str, value: str) -> None:
        if len(self.ignored) < MAX_VALUES:
            self.ignored.append(Ignored(name, clean_text(value[:MAX_TEXT])[:60]))

    def _values(self, name: str) -> list[str]:
        return [value.strip() for value in self.parameters.get(name, ()) if value.strip()]

    def _last(self, name: str) -> str:
        values = self._values(name)
        for value in values[:-1]:
            self._ignore(name, value)
        return values[-1] if values else ""

    def text(self, name: str) -> str:
        text = clean_text(" ".join(self._values(name)[:3])[: 20 * MAX_TEXT])
        if len(text) <= MAX_TEXT:
            return text
        self._ignore(name, text[MAX_TEXT:])
        return text[:MAX_TEXT].strip()

    def many(self, name: str, allowed: Sequence[str] | None) -> tuple[str, ...]:
        good: set[str] = set()
        for value in self._values(name):
            fits = value in allowed if allowed is not None else bool(SLUG.match(value)) and len(value) <= 120
            if fits and len(good) < MAX_VALUES:
                good.add(value)
            else:
                self._ignore(name, value)
        return tuple(sorted(good))

    def one(self, name: str, allowed: Sequence[str]) -> str:
        value = self._last(name)
        if value and value not in allowed:
            self._ignore(name, value)
            return ""
        return value

    def number(self, name: str, low: int, high: int) -> int | None:
        value = self._last(name)
        if not value:
            return None
        if re.fullmatch(r"[0-9]{1,4}", value) and low <= int(value) <= high:
            return int(value)
        self._ignore(name, value)
        return None

    def date(self, name: str) -> datetime.date | None:
        value = self._last(name)
        if not value:
            return None
        try:
            date = datetime.date.fromisoformat(value)
        except ValueError:
            self._ignore(name, value)
            return None
        if 2000 <= date.year <= 2200:
            return date
        self._ignore(name, value)
        return None

    def near(self, name: str) -> str:
        value = self._last(name)
        point = POINT.match(value)
        if point and abs(float(point[1])) <= 90 and abs(float(point[2])) <= 180:
            return value
        place = clean_text(value[: 2 * MAX_TEXT])
        if SLUG.match(place.lower()) and len(place) <= 120:
            return place.lower()
        if PLACE.match(place) and any(map(str.isalpha, place)):
            return place
        if value:
            self._ignore(name, value)
        return ""
