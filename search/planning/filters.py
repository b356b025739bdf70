"""What the person has set themselves, as hard filters; each is named after its parameter in the address."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from search.plan import All, AnyOf, Between, Condition, Filter, Not
from search.planning.bounds import of_age
from search.planning.near import near_filter
from search.query import SearchQuery
from search.schema import KeywordField, NumberField
from search.understanding.places import Gazetteer

# Parameter → (attribute of the query, field): any of the chosen values will do.
ANY_OF: dict[str, tuple[str, KeywordField]] = {
    "type": ("types", KeywordField.TYPE),
    "karakter": ("characters", KeywordField.CHARACTER),
    "omraade": ("areas", KeywordField.REACH),
    "interesse": ("interests", KeywordField.INTEREST),
    "maalgruppe": ("target_groups", KeywordField.TARGET_GROUP),
    "dag": ("weekdays", KeywordField.WEEKDAY),
    "tid": ("times", KeywordField.TIME),
    "pris": ("prices", KeywordField.PRICE),
    "form": ("delivery", KeywordField.DELIVERY),
    "sprog": ("languages", KeywordField.LANGUAGE),
    "tilmelding": ("signup", KeywordField.SIGNUP),
    "henviser": ("referrers", KeywordField.REFERRER),
    "arrangoer": ("organisations", KeywordField.ORGANISATION),
}
FOREVER = 99_991_231


def chosen(query: SearchQuery, gazetteer: Gazetteer) -> Iterator[Filter]:
    """A filter for each parameter that is set."""
    for parameter, (attribute, field) in ANY_OF.items():
        if values := getattr(query, attribute):
            yield Filter(parameter, AnyOf(field, values))
    if query.accessibility:
        # A no is never shown; what is not known comes after the yes, in a tier of its own.
        yield Filter("adgang", Not(AnyOf(KeywordField.ACCESS_NO, query.accessibility)))
    if query.age is not None:
        yield Filter("alder", of_age(query.age))
    if query.date_from or query.date_to:
        low, high = (_day(query.date_from) or 0, _day(query.date_to) or FOREVER)
        yield Filter("dato", Between(NumberField.DATE, low, high))
    if near := near_filter(query, gazetteer):
        yield near


def surely_accessible(query: SearchQuery) -> Condition | None:
    """Holds for entries known to have all that was asked for; None when nothing was."""
    if not query.accessibility:
        return None
    return All(tuple(AnyOf(KeywordField.ACCESS_YES, (feature,)) for feature in query.accessibility))


def _day(date: datetime.date | None) -> int | None:
    return int(date.strftime("%Y%m%d")) if date else None
