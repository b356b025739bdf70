"""What else there is, seen from one activity: things like it, at the same place, and near it on the same day.

Three plans to the engine and one query to the database. An engine that is away costs the page only this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.models import Activity, ActivityTargetGroup
from catalogue.presenters.facts import distance_words, where
from catalogue.recurrence.activity import next_occurrence_of
from catalogue.recurrence.words import day_words
from search.choices import Sort
from search.documents.activities import KIND, takes_place_somewhere
from search.documents.activity_dates import as_number
from search.engines import Engine, EngineUnavailable, get_engine, guarded
from search.plan import AnyOf, Between, Bonus, Condition, Filter, FoundHit, Group, Not, Plan, Within
from search.schema import KeywordField, NumberField

SHOWN = 3
# Room for what the other two groups name first, and for the activity itself.
LIMIT = 3 * SHOWN + 1
NEAR_KM = 10.0
# Among what is alike some is for other people; it is found out only after the engine has answered.
LIMIT_ALIKE = 40
# The target group that leaves nobody out.
EVERYBODY = "alle"
# Of its own: a page without proposals must not keep the search itself from its engine, nor the other way round.
_circuit = guarded.Circuit()


@dataclass(frozen=True, slots=True)
class Other:
    """One activity to go on to."""

    title: str
    summary: str
    address: str
    place: str
    away: str


@dataclass(frozen=True, slots=True)
class Related:
    """Some activities that have something in common with the one that is shown."""

    name: str
    heading: str
    others: list[Other]


def related_to(activity: Activity, now: datetime | None = None) -> list[Related]:
    """What is like it, at the same place, near it on the day it is next; groups without anything are left out.

    Each activity is named once. The activity is to be given with its areas, interests, target groups and dates.
    """
    now = now or timezone.now()
    groups = [
        ("like", _("Ligner denne"), _like(activity)),
        ("place", _("Samme sted"), _same_place(activity)),
        *_same_day(activity, now),
    ]
    try:
        found = [(name, heading, _ask(plan)) for name, heading, plan in groups if plan]
    except EngineUnavailable:
        return []  # guarded.ask has told the log
    return _named(activity, found)


def _like(activity: Activity) -> Plan | None:
    """Shares an interest or a target group with it, and is for people of the same areas and ages."""
    interests = [interest.slug for interest in activity.interest_terms]
    groups = [term.slug for term in activity.target_group_terms]
    ideas = [_idea(KeywordField.INTEREST, slug, 3.0) for slug in interests]
    ideas += [_idea(KeywordField.TARGET_GROUP, slug, 2.0) for slug in groups]
    areas = tuple(area.slug for area in activity.areas.all())
    if not ideas or not areas:
        return None
    bonuses = (
        Bonus(AnyOf(KeywordField.CHARACTER, (activity.character,)), 1.0),
        Bonus(AnyOf(KeywordField.TYPE, (activity.type,)), 0.5),
    )
    ages = (
        Between(NumberField.AGE_MIN, None, activity.age_max),
        Between(NumberField.AGE_MAX, activity.age_min, None),
    )
    reach = AnyOf(KeywordField.REACH, areas)
    return _plan(reach, *ages, groups=tuple(ideas), bonuses=bonuses, limit=LIMIT_ALIKE)


def _idea(field: KeywordField, slug: str, weight: float) -> Group:
    return Group(slug, (Bonus(AnyOf(field, (slug,)), weight),))


def _same_place(activity: Activity) -> Plan | None:
    if not activity.venue or not takes_place_somewhere(activity):
        return None
    return _plan(AnyOf(KeywordField.VENUE, (activity.venue.slug,)), sort=Sort.NEXT_DATE)


def _same_day(activity: Activity, now: datetime) -> list[tuple[str, str, Plan]]:
    """At other places near this one, on the day when it is next."""
    coming = next_occurrence_of(activity, after=now)
    venue = activity.venue
    if not coming or not venue or not venue.position or not takes_place_somewhere(activity):
        return []
    day, today = timezone.localdate(coming.start), timezone.localdate(now)
    number = as_number(day)
    elsewhere = Not(AnyOf(KeywordField.VENUE, (venue.slug,)))
    near = Within(*venue.position, NEAR_KM)
    plan = _plan(Between(NumberField.DATE, number, number), near, elsewhere, sort=Sort.DISTANCE, origin=venue.position)
    heading = _("Samme dag i nærheden: %(day)s") % {"day": day_words(day, today)}
    return [("day", heading, plan)]


def _plan(*conditions: Condition, groups: tuple[Group, ...] = (), limit: int = LIMIT, **more: Any) -> Plan:
    """Hits that meet the conditions: enough of them, whatever the other groups name, and no facets."""
    filters = tuple(Filter("related", condition) for condition in conditions)
    return Plan(groups=groups, filters=filters, facets=(), limit=limit, **more)


def _ask(plan: Plan) -> tuple[FoundHit, ...]:
    return guarded.ask(plan, get_engine(), _nobody, circuit=_circuit).found.hits


def _nobody() -> Engine:
    raise EngineUnavailable("Proposals are not worth asking the database for.")


def _named(activity: Activity, found: list[tuple[str, str, tuple[FoundHit, ...]]]) -> list[Related]:
    """The groups with what they name, from one query; what was hidden since it was indexed is left out."""
    ids = {hit.id.partition(":")[2] for _name, _heading, hits in found for hit in hits if hit.id.startswith(KIND)}
    others = Activity.objects.published().filter(uuid__in=ids).exclude(pk=activity.pk)
    others = others.annotate(for_others=_for_others(activity)).select_related("venue__area")
    entries = {str(other.uuid): other for other in others} if ids else {}
    return [
        Related(name, heading, chosen)
        for name, heading, hits in found
        if (chosen := [_other(entry, hit) for entry, hit in _unnamed(entries, hits, alike=name == "like")])
    ]


def _for_others(activity: Activity) -> Q:
    """Is for certain people, and for none of those it is for; to an older singer songs for babies are no proposal."""
    mine = [group.pk for group in activity.target_group_terms if group.name.lower() != EVERYBODY]
    links = ActivityTargetGroup.objects.filter(content_object=OuterRef("pk"))
    if not mine:
        return Q(Exists(links.none()))
    welcome = links.filter(Q(tag__in=mine) | Q(tag__name__iexact=EVERYBODY))
    return Q(Exists(links)) & ~Q(Exists(welcome))


def _unnamed(entries: dict[str, Any], hits: tuple[FoundHit, ...], *, alike: bool) -> list[tuple[Activity, FoundHit]]:
    """The first few hits that no group before has named; they are taken out of `entries`.

    What is only `alike` is left out when it is for others; at the same place it is still told of.
    """
    known = [(entries[identity], hit) for hit in hits if (identity := hit.id.partition(":")[2]) in entries]
    chosen = [(entry, hit) for entry, hit in known if not (alike and entry.for_others)][:SHOWN]
    for entry, _hit in chosen:
        del entries[str(entry.uuid)]
    return chosen


def _other(entry: Activity, hit: FoundHit) -> Other:
    place = where(entry).text if entry.venue else ""
    return Other(entry.title, entry.summary, entry.get_absolute_url(), place, distance_words(hit.distance_km))
