"""Making two entries of one, each with its part of the times."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..models import Activity, DateException, Schedule, Venue
from ..recurrence.activity import rule_of
from ..recurrence.expansion import local_starts
from ..slugs import free_slug
from .change_entry import change_entry
from .create_entries import create_entries

if TYPE_CHECKING:
    from accounts.models import User

SPLIT, SPLIT_OFF = "catalogue.split", "catalogue.split_off"
CHILDREN = (
    "schedules",
    "date_exceptions",
    "accessibility_answers",
    "translations",
    "interest_links",
    "target_group_links",
)
# What belongs to the one entry's own life, or is not known of the new one.
FRESH: dict[str, Any] = {
    "latest_revision": None,
    "live_revision": None,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
    "has_unpublished_changes": False,
    "go_live_at": None,
    "places_left": None,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What is new of the entry that is split off."""

    title: str
    schedule_text: str = ""
    venue: Venue | None = None


@transaction.atomic
def split_entry(
    *, entry: Activity, schedules: Collection[int], part: Part, schedule_text: str, by: User | None
) -> Activity:
    """Move these `schedules` (keys) into a published entry of their own, and return it; `entry` keeps its address.

    All else is the same in both, and cancelled dates go with the times they belong to. `schedule_text` is what `entry`
    says of its times from now on. Its drafts lose the times too. Raises `ValidationError` unless times move and times
    stay.
    """
    row = Activity.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    moving = [one for one in row.schedules.all() if one.pk in set(schedules)]
    staying = [one for one in row.schedules.all() if one.pk not in set(schedules)]
    if not moving or not staying:
        raise ValidationError(_("Vælg mindst et tidspunkt, der skal flyttes, og lad mindst et blive."))
    new = _copy_of(row, part)
    new.schedules = [one for one, old in zip(new.schedules.all(), row.schedules.all(), strict=True) if old in moving]
    new.date_exceptions = [one for one in new.date_exceptions.all() if _belongs(one, moving, row)]
    create_entries(entries=[new], by=by)

    def change(version: Activity) -> None:
        gone = {one.pk for one in moving}
        version.schedules = [one for one in version.schedules.all() if one.pk not in gone]
        version.date_exceptions = [
            one
            for one in version.date_exceptions.all()
            if _belongs(one, staying, row) or not _belongs(one, moving, row)
        ]
        version.schedule_text = schedule_text

    change_entry(entry=row, change=change, action=SPLIT, by=by, data={"other": new.pk, "title": new.title})
    log(instance=new, action=SPLIT_OFF, user=by, data={"other": row.pk, "title": row.title}, content_changed=True)
    return new


def _copy_of(row: Activity, part: Part) -> Activity:
    """An unsaved entry that says the same, with rows of its own."""
    data = {**row.serializable_data(), **FRESH, "pk": None, "uuid": str(uuid.uuid4())}
    for name in CHILDREN:
        data[name] = [{**child, "pk": None} for child in data[name]]
    new: Any = Activity.from_serializable_data(data)
    new.title, new.schedule_text = part.title, part.schedule_text
    new.slug = free_slug(Activity, part.title)
    new.venue = part.venue or row.venue
    new.split_from = row
    new.first_published_at = new.last_published_at = None
    return new


def _belongs(change: DateException, schedules: list[Schedule], row: Activity) -> bool:
    """Whether the date that was cancelled or moved is one of these times'."""
    first = datetime.combine(change.original_date, change.original_time or time.min)
    last = first + (timedelta(minutes=1) if change.original_time else timedelta(days=1))
    return any(any(local_starts(rule_of(one, row), first, last)) for one in schedules)
