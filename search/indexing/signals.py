"""Which changes of the catalogue change which activities' documents.

Signals are for index and cache alone. A row that is saved as it was marks nothing: publishing saves all of an entry's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from catalogue.choices import NotIn
from catalogue.models import (
    Activity,
    ActivityAccessibility,
    ActivityInterest,
    ActivityTargetGroup,
    Area,
    DateException,
    HolidayCalendar,
    HolidaySpan,
    Interest,
    Organisation,
    Schedule,
    TargetGroup,
    Venue,
    VenueAccessibility,
)
from catalogue.written import entries_written
from search.indexing.outbox import mark_changed

# Saving these alone is editors' business: the document does not show them.
EDITORIAL = frozenset(
    {"latest_revision", "live_revision", "has_unpublished_changes", "locked", "locked_at", "locked_by", "image"}
)
TERM = ("name", "slug", "synonyms")
ANSWER = ("feature", "holds")


@dataclass(frozen=True, slots=True)
class Watched:
    """A model whose rows show in documents: by which fields, of which activities."""

    model: type[Model]
    fields: tuple[str, ...]
    activities: Callable[[Any], QuerySet[Activity]]

    def stored(self, instance: Model) -> dict[str, Any]:
        """What the database holds of the row, empty when it is new."""
        found = self.model._default_manager.filter(pk=instance.pk).values(*self.fields).first() if instance.pk else None
        return found or {}

    def same(self, instance: Model, before: dict[str, Any]) -> bool:
        """Whether the row says what it said before, however its values were typed."""
        return bool(before) and all(
            self._prepared(name, getattr(instance, name)) == self._prepared(name, before[name]) for name in self.fields
        )

    def _prepared(self, name: str, value: Any) -> Any:
        field = self.model._meta.get_field(name.removesuffix("_id"))
        return field.get_prep_value(field.to_python(value))  # type: ignore[union-attr]


def _own(row: Any) -> QuerySet[Activity]:
    """The activity that the row belongs to."""
    return Activity.objects.filter(pk=row.activity_id)


def _linked(link: ActivityInterest | ActivityTargetGroup) -> QuerySet[Activity]:
    return Activity.objects.filter(pk=link.content_object_id)


def _in_the_same_kommune(area: Area) -> QuerySet[Activity]:
    """What serves or lies in a part of the kommune, also the former one: an area shows in those above and below."""
    trees = Area.objects.without_tree_fields().values_list("pk", "parent_id")
    parents = dict(trees) | {area.pk: area.parent_id}
    roots = {_root(pk, parents) for pk in (area.pk, area.parent_id, _before(area).get("parent_id"))} - {None}
    inside = [pk for pk in parents if _root(pk, parents) in roots]
    return Activity.objects.filter(Q(areas__in=inside) | Q(venue__area__in=inside))


def _closed_in_holidays_of(areas: list[int | None]) -> QuerySet[Activity]:
    """What pauses in the school holidays and serves or lies in the areas or what lies in them."""
    parents = dict(Area.objects.without_tree_fields().values_list("pk", "parent_id"))
    inside = [pk for pk in parents if not _holders(pk, parents).isdisjoint(areas)]
    pausing = Schedule.objects.filter(not_in__has=NotIn.SCHOOL_HOLIDAYS.value).values("activity")
    return Activity.objects.filter(Q(areas__in=inside) | Q(venue__area__in=inside), pk__in=pausing)


def _holders(pk: int | None, parents: dict[int, int | None]) -> set[int]:
    """The area and those it lies in."""
    found: set[int] = set()
    while pk is not None and pk not in found:
        found.add(pk)
        pk = parents.get(pk)
    return found


def _root(pk: int | None, parents: dict[int, int | None]) -> int | None:
    seen: set[int] = set()
    while pk is not None and parents.get(pk) is not None and pk not in seen:
        seen.add(pk)
        pk = parents[pk]
    return pk


WATCHED = (
    Watched(Schedule, ("activity_id", "starts_on", "starts_at", "minutes", "rrule", "exdates", "not_in"), _own),
    Watched(
        DateException,
        ("activity_id", "original_date", "original_time", "kind", "moved_to_date", "moved_to_time", "minutes"),
        _own,
    ),
    Watched(ActivityAccessibility, ("activity_id", *ANSWER), _own),
    Watched(ActivityInterest, ("content_object_id", "tag_id"), _linked),
    Watched(ActivityTargetGroup, ("content_object_id", "tag_id"), _linked),
    Watched(Organisation, ("name", "slug"), lambda organisation: organisation.activities.all()),
    Watched(
        Venue,
        ("name", "slug", "kind", "address", "postcode", "area_id", "latitude", "longitude"),
        lambda venue: Activity.objects.filter(venue=venue.pk),
    ),
    Watched(VenueAccessibility, ("venue_id", *ANSWER), lambda answer: Activity.objects.filter(venue=answer.venue_id)),
    Watched(Interest, TERM, lambda term: Activity.objects.filter(interest_links__tag=term.pk)),
    Watched(TargetGroup, TERM, lambda term: Activity.objects.filter(target_group_links__tag=term.pk)),
    Watched(
        HolidaySpan,
        ("calendar_id", "first_day", "last_day"),
        lambda span: _closed_in_holidays_of([span.calendar.area_id]),
    ),
    Watched(
        HolidayCalendar,
        ("area_id",),
        lambda calendar: _closed_in_holidays_of([calendar.area_id, _before(calendar).get("area_id")]),
    ),
    Watched(Area, ("name", "slug", "parent_id"), _in_the_same_kommune),
)


def connect() -> None:
    """Listens to everything that shows in an activity's document."""
    post_save.connect(_activity_saved, sender=Activity, dispatch_uid="index-activity")
    entries_written.connect(_activities_created, sender=Activity, dispatch_uid="index-activities")
    post_delete.connect(_activity_gone, sender=Activity, dispatch_uid="index-activity")
    m2m_changed.connect(_areas_changed, sender=Activity.areas.through, dispatch_uid="index-areas")
    for watched in WATCHED:
        uid = f"index-{watched.model.__name__}"
        pre_save.connect(_remember(watched), sender=watched.model, weak=False, dispatch_uid=uid)
        post_save.connect(_mark_when_changed(watched), sender=watched.model, weak=False, dispatch_uid=uid)
        # While its links are still there.
        pre_delete.connect(_mark(watched), sender=watched.model, weak=False, dispatch_uid=uid)


def _activity_saved(instance: Activity, update_fields: Iterable[str] | None = None, **_kwargs: Any) -> None:
    if update_fields is None or not EDITORIAL.issuperset(update_fields):
        mark_changed([instance])


def _activities_created(entries: Iterable[Activity], **_kwargs: Any) -> None:
    mark_changed(entries)


def _activity_gone(instance: Activity, **_kwargs: Any) -> None:
    mark_changed([instance])


def _areas_changed(instance: Model, action: str, reverse: bool, pk_set: set[int] | None, **_kwargs: Any) -> None:
    if action in ("post_add", "post_remove", "pre_clear"):
        if not reverse:
            mark_changed([instance])
        elif isinstance(instance, Area):
            mark_changed(
                Activity.objects.filter(areas=instance.pk) if pk_set is None else Activity.objects.filter(pk__in=pk_set)
            )


def _before(instance: Model) -> dict[str, Any]:
    """The row as it was before it was saved."""
    return instance.__dict__.get("_index_before", {})


def _remember(watched: Watched) -> Callable[..., None]:
    def remember(instance: Model, **_kwargs: Any) -> None:
        instance.__dict__["_index_before"] = watched.stored(instance)

    return remember


def _mark_when_changed(watched: Watched) -> Callable[..., None]:
    def mark_when_changed(instance: Model, created: bool, **_kwargs: Any) -> None:
        if created or not watched.same(instance, _before(instance)):
            mark_changed(watched.activities(instance))

    return mark_when_changed


def _mark(watched: Watched) -> Callable[..., None]:
    def mark(instance: Model, **_kwargs: Any) -> None:
        mark_changed(watched.activities(instance))

    return mark
