"""The fields of the index, read out of the catalogue's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from catalogue.choices import VenueKind
from catalogue.wording import in_danish

from ...documents.activities import KIND, price_bands, referrers
from ...schema import NO_AGE_MAX, KeywordField, NumberField, TextField
from . import dates, tables
from .view import Entries, View, grouped, spread
from .words import Sought, saying

Values = dict[str, Entries]
Read = Callable[[View], Values]


def keywords(view: View, field: KeywordField) -> Values:
    """Value → the entries that have it."""
    return KEYWORDS[field](view)


def numbers(view: View, field: NumberField) -> dict[int, int]:
    """Entry → its number; nothing for the fields that are dates to come."""
    read = NUMBERS.get(field)
    return {one.pk: read(one) for one in view.entries.values()} if read else {}


def words(view: View, wanted: Mapping[TextField, Iterable[str]]) -> dict[TextField, Values]:
    """Field → token → the entries that say it there, for all that is wanted at once."""
    sought = Sought({token for tokens in wanted.values() for token in tokens})
    found: dict[TextField, Values] = {}
    columns = {field: COLUMNS[field] for field in wanted if field in COLUMNS}
    if columns:
        found |= _in_columns(columns, sought)
    for field in wanted:
        if field in NAMES:
            found[field] = _in_names(NAMES[field](view), sought)
    return found


def _in_columns(columns: Mapping[TextField, tuple[str, ...]], sought: Sought) -> dict[TextField, Values]:
    """One query for all the columns."""
    names = [name for wanted in columns.values() for name in wanted]
    texts: dict[TextField, list[tuple[int, str]]] = {field: [] for field in columns}
    for row in tables.texts(names):
        said = dict(zip(names, row[1:], strict=True))
        for field, wanted in columns.items():
            texts[field].append((row[0], " ".join([said[name] for name in wanted])))
    return {
        field: {token: frozenset(entries) for token, entries in saying(found, sought).items()}
        for field, found in texts.items()
    }


def _in_names(named: Iterable[tuple[str, Entries]], sought: Sought) -> Values:
    """Names are said by all the entries that they belong to, so each is looked at once."""
    names = list(named)
    said = saying(((number, name) for number, (name, _entries) in enumerate(names)), sought)
    return {token: frozenset().union(*(names[number][1] for number in found)) for token, found in said.items()}


def _column(name: str) -> Read:
    return lambda view: grouped((one.pk, getattr(one, name)) for one in view.entries.values())


def _set_column(name: str, values: Callable[[str], Iterable[str]] = tables.choices) -> Read:
    return lambda view: spread(_column(name)(view), values)


def _everybody(stored: str) -> Iterable[str]:
    return referrers(tables.choices(stored))


def _prices(view: View) -> Values:
    return spread(grouped((one.pk, one.price) for one in view.entries.values()), price_bands)


def _areas(view: View) -> Values:
    return spread(view.serving, lambda area: _slugs(view, view.upwards(area)))


def _reach(view: View) -> Values:
    return spread(view.serving, lambda area: _slugs(view, {*view.upwards(area), *view.inside(area)}))


def _venue_areas(view: View) -> Values:
    return spread(view.at_place, lambda place: _slugs(view, view.upwards(view.places[place].area)))


def _slugs(view: View, areas: Iterable[int]) -> list[str]:
    return [view.regions[area].slug for area in areas]


def _weekdays(view: View) -> Values:
    rules = grouped((rule.activity, (rule.starts_on, rule.rrule)) for rule in view.rules)
    return spread(rules, lambda rule: dates.weekdays(*rule))


def _times(view: View) -> Values:
    return grouped((rule.activity, dates.time_of(rule.starts_at)) for rule in view.rules)


def _tags(view: View) -> Iterator[tuple[str, Entries]]:
    for terms, with_term in ((view.interests, view.with_interest), (view.target_groups, view.with_target_group)):
        for term, entries in with_term.items():
            yield terms[term][1], entries


def _places(view: View) -> Iterator[tuple[str, Entries]]:
    for area, entries in view.serving.items():
        yield view.regions[area].name, entries
    for number, entries in view.at_place.items():
        place = view.places[number]
        with in_danish():
            kind = str(VenueKind(place.kind).label)
        yield f"{place.name} {place.address} {place.postcode} {view.regions[place.area].name} {kind}", entries


def _organisers(view: View) -> Iterator[tuple[str, Entries]]:
    return ((view.organisations[number][1], entries) for number, entries in view.by_organiser.items())


KEYWORDS: dict[KeywordField, Read] = {
    KeywordField.KIND: lambda view: {KIND: view.everything},
    KeywordField.TYPE: _column("type"),
    KeywordField.CHARACTER: _column("character"),
    KeywordField.AREA: _areas,
    KeywordField.REACH: _reach,
    KeywordField.VENUE_AREA: _venue_areas,
    KeywordField.INTEREST: lambda view: spread(view.with_interest, lambda term: [view.interests[term][0]]),
    KeywordField.TARGET_GROUP: lambda view: spread(view.with_target_group, lambda term: [view.target_groups[term][0]]),
    KeywordField.ACCESS_YES: lambda view: view.accessible[True],
    KeywordField.ACCESS_NO: lambda view: view.accessible[False],
    KeywordField.WEEKDAY: _weekdays,
    KeywordField.TIME: _times,
    KeywordField.PRICE: _prices,
    KeywordField.DELIVERY: _set_column("delivery"),
    KeywordField.LANGUAGE: _set_column("languages"),
    KeywordField.SIGNUP: _column("signup"),
    KeywordField.REFERRER: _set_column("referrers", _everybody),
    KeywordField.ORGANISATION: lambda view: spread(view.by_organiser, lambda one: [view.organisations[one][0]]),
    KeywordField.VENUE: lambda view: spread(view.at_place, lambda one: [view.places[one].slug]),
    KeywordField.STATUS: _column("status"),
}
NUMBERS: dict[NumberField, Callable[[tables.Entry], int]] = {
    NumberField.AGE_MIN: lambda one: one.age_min or 0,
    NumberField.AGE_MAX: lambda one: one.age_max or NO_AGE_MAX,
    NumberField.VERIFIED: lambda one: int(one.right_since.replace("-", "")) if one.right_since else 0,
}
COLUMNS = {
    TextField.TITLE: ("title",),
    TextField.SUMMARY: ("summary",),
    TextField.BODY: ("description", "first_visit"),
}
NAMES: dict[TextField, Callable[[View], Iterable[tuple[str, Entries]]]] = {
    TextField.TAGS: _tags,
    TextField.PLACE: _places,
    TextField.ORGANISER: _organisers,
}
