"""What the finder needs to know of an activity, as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from math import cos, hypot, radians

from catalogue.choices import AccessibilityFeature, Character, Delivery, Status
from catalogue.models import Activity
from catalogue.recurrence.activity import next_occurrence_of, rules_of
from catalogue.recurrence.facets import weekdays
from search.documents.activities import findable_activities, referrers, takes_place_somewhere
from search.documents.areas import AreaTree
from search.schema import KeywordField
from search.understanding.thesaurus import Thesaurus

from ..choices import When
from .about import named

# "Følgeven", "Følgeskab til …".
GOES_ALONG = "følge"
DISCHARGED = ("udskriv", "indlæggelse", "indlagt")
NOON, FIVE, SIX, ONE = 12 * 60, 17 * 60, 18 * 60, 13 * 60
SATURDAY = 5
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Facts:
    """One activity. `serves` are the slugs of the areas it is for, with all inside them; `venue_area` is that of the
    place where people meet, None when there is none.

    `names` are the areas that it names itself. `about` are the target groups that its title speaks of, `told` those of
    its summary, `topics` the interests of its title; each only what it is also filed under. `access` holds yes and no;
    what is not in it is not known. `when` is empty when it is by appointment, or when no date is known. `starts_in` is
    the time to the next date, None when there is none. `calls_itself_escort`: going along is all that it is for;
    `is_for_the_discharged`: it begins at a hospital bed.
    """

    pk: int
    slug: str
    type: str
    character: str
    signup: str
    price_dkk: Decimal | None
    age_min: int | None
    age_max: int | None
    places_left: int | None
    serves: frozenset[str]
    names: frozenset[str]
    venue_area: str | None
    position: tuple[float, float] | None
    delivery: frozenset[str]
    interests: frozenset[str]
    target_groups: frozenset[str]
    about: frozenset[str]
    told: frozenset[str]
    topics: frozenset[str]
    referrers: frozenset[str]
    languages: frozenset[str]
    access: dict[str, bool]
    when: frozenset[str]
    by_appointment: bool
    starts_in: timedelta | None
    calls_itself_escort: bool
    is_for_the_discharged: bool

    @property
    def goes_out(self) -> bool:
        """Whether the person can go somewhere and meet others."""
        return bool(self.delivery & {Delivery.IN_PERSON, Delivery.OUTDOORS})

    @property
    def reaches_home(self) -> bool:
        """Whether it comes to the person, in the flesh or by phone or net."""
        return bool(self.delivery & set(Delivery.without_a_place()))

    @property
    def is_escort(self) -> bool:
        """Whether it is somebody who goes along, to this or that: no company in itself."""
        both = {Delivery.IN_PERSON, Delivery.AT_HOME} <= self.delivery
        return (both or self.calls_itself_escort) and self._is_service and bool(self.says(AccessibilityFeature.ESCORT))

    @property
    def is_driving(self) -> bool:
        """Whether it is a lift, to this or that."""
        drives = bool(self.says(AccessibilityFeature.TRANSPORT)) and "biler" in self.interests
        return drives and self._is_service

    @property
    def _is_service(self) -> bool:
        return self.venue_area is None and self.character == Character.SUPPORT

    def says(self, feature: AccessibilityFeature) -> bool | None:
        """Yes, no, or None for not known."""
        return self.access.get(str(feature))


def all_facts(now: datetime, thesaurus: Thesaurus) -> Iterator[Facts]:
    """The facts of everything that runs and could be proposed, as of `now` (aware)."""
    tree, served = AreaTree.load(), {}
    for activity in findable_activities(now).filter(status=Status.ACTIVE):
        areas = tuple(area.pk for area in activity.areas.all())
        if areas not in served:
            # Most entries are for the same few areas: they share the set.
            served[areas] = frozenset(tree.downward(areas))
        facts = _facts_of(activity, served[areas], now, thesaurus)
        if facts.by_appointment or facts.starts_in is not None:
            yield facts


def _facts_of(activity: Activity, serves: frozenset[str], now: datetime, thesaurus: Thesaurus) -> Facts:
    venue = activity.venue if takes_place_somewhere(activity) else None
    coming = next_occurrence_of(activity, after=now)
    rules = rules_of(activity)
    interests = frozenset(interest.name for interest in activity.interest_terms)
    groups = frozenset(group.name for group in activity.target_group_terms)

    def named_in(text: str, field: KeywordField) -> frozenset[str]:
        return named(text, field, thesaurus)

    return Facts(
        pk=activity.pk,
        slug=activity.slug,
        type=activity.type,
        character=activity.character,
        signup=activity.signup,
        price_dkk=activity.price_dkk,
        age_min=activity.age_min,
        age_max=activity.age_max,
        places_left=activity.places_left,
        serves=serves,
        names=frozenset(area.slug for area in activity.areas.all()),
        venue_area=venue.area.slug if venue else None,
        position=venue.position if venue else None,
        delivery=frozenset(str(form) for form in activity.delivery),
        interests=interests,
        target_groups=groups,
        about=groups & named_in(activity.title, KeywordField.TARGET_GROUP),
        told=groups & named_in(activity.summary, KeywordField.TARGET_GROUP),
        topics=interests & named_in(activity.title, KeywordField.INTEREST),
        referrers=frozenset(referrers([str(one) for one in activity.referrers])),
        languages=frozenset(str(language) for language in activity.languages),
        access={feature: holds for feature, (holds, _note) in activity.accessibility().items()},
        when=frozenset(
            name for rule in rules for name in _when(rule.starts_at.hour * 60 + rule.starts_at.minute, rule.minutes)
        )
        | ({str(When.WEEKEND)} if any(day >= SATURDAY for day in weekdays(rules)) else frozenset()),
        by_appointment=not rules,
        starts_in=coming.start - now if coming else None,
        calls_itself_escort=any(word.startswith(GOES_ALONG) for word in activity.title.lower().split()),
        is_for_the_discharged=any(word in f"{activity.summary} {activity.description}".lower() for word in DISCHARGED),
    )


def _when(start: int, minutes: int) -> Iterator[str]:
    """The times of day that a date from `start` (minutes after midnight) reaches well into."""
    end = start + minutes
    if start < NOON:
        yield str(When.MORNING)
    if start < FIVE and end > ONE:
        yield str(When.AFTERNOON)
    if start >= FIVE or end > SIX:
        yield str(When.EVENING)


def kilometres(here: tuple[float, float] | None, there: tuple[float, float] | None) -> float | None:
    """How far apart two places are as the crow flies; None when one of them is not known."""
    if here is None or there is None:
        return None
    return KM_PER_DEGREE * hypot(here[0] - there[0], (here[1] - there[1]) * cos(radians(here[0])))
