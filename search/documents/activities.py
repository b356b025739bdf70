"""Activities as documents of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet

from catalogue.choices import Delivery, Referrer
from catalogue.freshness import right_since
from catalogue.models import Activity
from search.choices import PriceBand
from search.documents.activity_dates import ActivityDates, as_number, dates_of
from search.documents.areas import AreaTree
from search.documents.document import IndexDocument
from search.documents.fingerprint import with_fingerprint
from search.documents.registry import Kind
from search.documents.texts import activity_texts
from search.profiles import with_profiles
from search.schema import FAR_FUTURE, NO_AGE_MAX, KeywordField, NumberField

KIND = "activity"
MODEST_PRICE = Decimal(50)
OPEN_TO_ALL = frozenset({str(Referrer.SELF), str(Referrer.ANYONE)})
WITHOUT_A_PLACE = frozenset(str(form) for form in Delivery.without_a_place())


def findable_activities(now: datetime) -> QuerySet[Activity]:
    """What citizens may find, with everything that a document is made of, in a fixed number of queries."""
    return Activity.objects.published().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=now)).for_card().with_terms()


def activity_documents(activities: Sequence[Activity], now: datetime) -> Iterator[IndexDocument]:
    """A document for each activity, as of `now` (aware); give them as `findable_activities` does."""
    tree = AreaTree.load()
    for activity in activities:
        yield activity_document(activity, tree, now=now)


ACTIVITIES = Kind(KIND, Activity, findable_activities, activity_documents)


def activity_document(activity: Activity, tree: AreaTree, *, now: datetime) -> IndexDocument:
    """All that the index holds of the activity, as of `now` (aware)."""
    dates = dates_of(activity, now)
    venue = activity.venue if takes_place_somewhere(activity) else None
    return with_fingerprint(
        IndexDocument(
            id=ACTIVITIES.document_id(activity.uuid),
            kind=KIND,
            text=activity_texts(activity),
            keywords={
                field: tuple(sorted(values)) for field, values in _keywords(activity, tree, dates).items() if values
            },
            numbers=_numbers(activity, dates),
            location=venue.position if venue else None,
        )
    )


def takes_place_somewhere(activity: Activity) -> bool:
    """Whether people go somewhere to take part. What comes to them is nowhere, so it is not far away either."""
    return not set(activity.delivery) <= WITHOUT_A_PLACE


def _keywords(activity: Activity, tree: AreaTree, dates: ActivityDates) -> dict[KeywordField, Iterable[str]]:
    return {
        KeywordField.KIND: {KIND},
        KeywordField.TYPE: {activity.type},
        KeywordField.CHARACTER: {activity.character},
        **_areas(activity, tree),
        **_accessibility(activity),
        KeywordField.VENUE: {activity.venue.slug} if activity.venue else (),
        KeywordField.INTEREST: {interest.slug for interest in activity.interest_terms},
        KeywordField.TARGET_GROUP: {group.slug for group in activity.target_group_terms},
        KeywordField.WEEKDAY: dates.weekdays,
        KeywordField.TIME: dates.times,
        KeywordField.PRICE: price_bands(activity.price_dkk),
        KeywordField.DELIVERY: activity.delivery,
        KeywordField.LANGUAGE: activity.languages,
        KeywordField.SIGNUP: {activity.signup},
        KeywordField.REFERRER: referrers(activity.referrers),
        KeywordField.ORGANISATION: {activity.organisation.slug},
        KeywordField.STATUS: {activity.status},
    }


def _areas(activity: Activity, tree: AreaTree) -> dict[KeywordField, Iterable[str]]:
    """What serves a whole kommune reaches every part of it; what serves a part is found in the whole.

    What takes place in an area is found there, too, even by those whom it is not made for.
    """
    served = [area.pk for area in activity.areas.all()]
    venue = activity.venue if takes_place_somewhere(activity) else None
    around = tree.upward([venue.area_id]) if venue else set()
    return {
        KeywordField.AREA: tree.upward(served),
        KeywordField.REACH: tree.upward(served) | tree.downward(served) | around,
        KeywordField.VENUE_AREA: around,
    }


def answers_of(activity: Activity) -> dict[str, bool]:
    """What is known of the accessibility: of each feature, and of each need in the person's words."""
    answers = {feature: holds for feature, (holds, _note) in activity.accessibility().items()}
    return with_profiles(answers, somewhere=takes_place_somewhere(activity))


def _accessibility(activity: Activity) -> dict[KeywordField, Iterable[str]]:
    said = answers_of(activity)
    return {
        KeywordField.ACCESS_YES: {name for name, holds in said.items() if holds},
        KeywordField.ACCESS_NO: {name for name, holds in said.items() if not holds},
    }


def _numbers(activity: Activity, dates: ActivityDates) -> dict[NumberField, tuple[int, ...]]:
    since = right_since(activity)
    return {
        NumberField.AGE_MIN: (activity.age_min or 0,),
        NumberField.AGE_MAX: (NO_AGE_MAX if activity.age_max is None else activity.age_max,),
        NumberField.NEXT_START: (FAR_FUTURE if dates.next_start is None else dates.next_start,),
        NumberField.DATE: dates.dates,
        NumberField.VERIFIED: (as_number(since) if since else 0,),
    }


def price_bands(price: Decimal | float | None) -> tuple[str, ...]:
    """The bands that the price is in: what is free costs at most 50 kr. as well."""
    if price is None:
        return (str(PriceBand.UNKNOWN),)
    if price > MODEST_PRICE:
        return (str(PriceBand.ABOVE_50),)
    return (str(PriceBand.UP_TO_50),) if price else (str(PriceBand.FREE), str(PriceBand.UP_TO_50))


def referrers(named: Iterable[str]) -> set[str]:
    """Everybody who may propose an activity that names these: all, when a person may come of their own accord."""
    return {str(value) for value in Referrer.values} if OPEN_TO_ALL.intersection(named) else set(named)
