"""Whether an answer is true of an entry: a reason is only given for what the entry really has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from catalogue.models import Activity

from ..choices import PriceBand
from ..documents.activities import answers_of
from ..documents.activity_dates import dates_of
from .options import Meaning, Option


def truths_of(activity: Activity, now: datetime) -> dict[str, frozenset[str]]:
    """Attribute of a `SearchQuery` → the values that hold for the entry; reads prefetched relations only."""
    dates = dates_of(activity, now)
    return {
        "characters": frozenset({activity.character}),
        "interests": frozenset(interest.slug for interest in activity.interest_terms),
        "delivery": frozenset(activity.delivery),
        "accessibility": frozenset(name for name, holds in answers_of(activity).items() if holds),
        "prices": frozenset({PriceBand.FREE.value}) if activity.price_dkk == 0 else frozenset(),
        "weekdays": frozenset(dates.weekdays),
        "times": frozenset(dates.times),
    }


def holds(option: Option, truths: Mapping[str, frozenset[str]]) -> bool:
    """Whether all that the option means is true, and nothing that it is spoilt by."""
    return all(
        truths.get(attribute, frozenset()).issuperset(values)
        if attribute == "accessibility"
        else not truths.get(attribute, frozenset()).isdisjoint(values)
        for attribute, values in option.meaning.items()
    ) and not _any(option.unless, truths)


def _any(meaning: Meaning, truths: Mapping[str, frozenset[str]]) -> bool:
    return any(not truths.get(attribute, frozenset()).isdisjoint(values) for attribute, values in meaning.items())
