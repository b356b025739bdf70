"""Short Danish phrases that say why an entry is in the answer."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from catalogue.choices import AccessibilityFeature, Delivery
from catalogue.models import Activity
from catalogue.presenters.terms import term_words
from catalogue.wording import language_name, woven
from search.schema import KeywordField
from search.understanding.question import Understanding

MOST = 3


def reasons(activity: Activity, understood: Understanding) -> tuple[str, ...]:
    """At most three reasons, the surest first. Reads prefetched relations, asks for nothing."""
    found = dict.fromkeys(
        (*_places(activity, understood), *_bounds(activity, understood), *_topics(activity, understood))
    )
    return tuple(found)[:MOST]


def _places(activity: Activity, understood: Understanding) -> Iterator[str]:
    for where in understood.places:
        if activity.venue and activity.venue.area.slug in where.place.areas:
            yield _("I %(place)s") % {"place": activity.venue.area.name}


def _bounds(activity: Activity, understood: Understanding) -> Iterator[str]:
    answers = activity.accessibility()
    for bound in understood.bounds:
        for value in bound.constraint.values:
            match bound.constraint.field:
                case KeywordField.ACCESS_YES if answers.get(value, (False, ""))[0]:
                    yield str(AccessibilityFeature(value).label)
                case KeywordField.DELIVERY if value in activity.delivery:
                    yield str(Delivery(value).label)
                case KeywordField.LANGUAGE if value in activity.languages:
                    yield _("Taler %(language)s") % {"language": language_name(value)}


def _topics(activity: Activity, understood: Understanding) -> Iterator[str]:
    interests = {interest.name.lower() for interest in activity.interest_terms}
    groups = {group.name.lower() for group in activity.target_group_terms}
    for idea in understood.ideas:
        for concept in idea.concepts:
            for name in concept.facets.get(KeywordField.TARGET_GROUP, {}):
                if name.lower() in groups and name.lower() != "alle":
                    yield woven(_("For %(group)s"), group=term_words(name))
            for name in concept.facets.get(KeywordField.INTEREST, {}):
                if name.lower() in interests:
                    yield term_words(name, capital=True)
