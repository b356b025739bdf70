"""An activity as an entry of the exchange format: what `catalogue.importing` reads."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..models import Activity

PLAIN = (
    "title",
    "summary",
    "description",
    "first_visit",
    "type",
    "character",
    "age_min",
    "age_max",
    "schedule_text",
    "price_text",
    "signup",
    "capacity",
    "places_left",
    "status",
    "status_note",
    "verified_by",
)
LISTS = ("delivery", "referrers", "languages")
DAYS = ("verified_on", "paused_until")
CONTACT = ("name", "phone", "email")


def entry_of(activity: Activity) -> dict[str, Any]:
    """Needs the relations of `ActivityRows.queryset()`; asks for nothing more."""
    price = activity.price_dkk
    return {
        "slug": activity.slug,
        **{name: getattr(activity, name) for name in PLAIN},
        **{name: [str(value) for value in getattr(activity, name)] for name in LISTS},
        "price_dkk": None if price is None else int(price) if price == int(price) else float(price),
        **{name: day.isoformat() if (day := getattr(activity, name)) else None for name in DAYS},
        "contact": {name: getattr(activity, f"contact_{name}") for name in CONTACT},
        "organisation": activity.organisation.slug,
        "venue": activity.venue.slug if activity.venue else None,
        "areas": [area.slug for area in activity.areas.all()],
        "interests": sorted(link.tag.name for link in activity.interest_links.all()),
        "target_groups": sorted(link.tag.name for link in activity.target_group_links.all()),
        "accessibility": {answer.feature: answer.holds for answer in activity.accessibility_answers.all()},
        "schedule": [
            {
                "dtstart": datetime.combine(line.starts_on, line.starts_at).isoformat(),
                "minutes": line.minutes,
                "rrule": line.rrule,
                "exdates": [day.isoformat() for day in line.exdates],
                "not_in": [str(name) for name in line.not_in],
            }
            for line in activity.schedules.all()
        ],
    }
