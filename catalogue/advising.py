"""What the form of an activity or a place says of what is typed: each part a template, filled in from memory.

The same is shown when the form opens and while somebody writes in it; `viewsets/advising.py` answers its script.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .addresses import NoAnswer, is_offered, look_up
from .completeness import Completeness, completeness
from .forms.times import lacks_calendar, next_dates, typed_row, what_is_wrong
from .models import Activity, Venue
from .pin import WIDTH, Suggestion, ground_of, suggestions
from .recurrence.describe import rule_words
from .recurrence.reading import read_times
from .similar import similar_to

# Where the form has the field of a hole: most have an element of their own, these are choosers and lists of rows.
ANCHORS = {
    "organisation": "id_organisation-chooser",
    "venue": "id_venue-chooser",
    "image": "id_image-chooser",
    "accessibility_answers": "id_accessibility_answers-ADD",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An entry in memory, who writes it, and times that are said in words."""

    entry: Any
    user: Any
    times: str = ""
    looks_up: bool = False
    """Whether somebody has pressed the button that asks the service of addresses."""


def _completeness(asked: Asked) -> dict[str, Any]:
    found: Completeness = completeness(asked.entry)
    return {
        "completeness": found,
        "holes": [(hole, ANCHORS.get(hole.field, f"id_{hole.field}")) for hole in found.holes],
    }


def _times(asked: Asked) -> dict[str, Any]:
    reading = read_times(asked.times, timezone.localdate())
    return {
        "reading": reading,
        "wrong": what_is_wrong(reading) if asked.times.strip() else [],
        "words": [rule_words(rule, timezone.localdate()) or str(rule.starts_on) for rule in reading.rules],
        "rows": [typed_row(rule) for rule in reading.rules] if reading.is_whole else [],
        "next": next_dates(asked.entry, reading.rules, timezone.now()),
        "without_calendar": lacks_calendar(asked.entry, reading.rules),
    }


def _accessibility(asked: Asked) -> dict[str, Any]:
    """The place's answers, those first that the activity does not answer itself."""
    activity = asked.entry
    own = {answer.feature for answer in activity.accessibility_answers.all()}
    answers = list(activity.venue.accessibility_answers.all()) if activity.venue_id else []
    missing = [answer for answer in answers if answer.feature not in own]
    rows = [{"feature": row.feature, "holds": str(row.holds), "note": row.note} for row in missing]
    return {"venue": activity.venue if activity.venue_id else None, "answers": answers, "rows": rows}


def _position(asked: Asked) -> dict[str, Any]:
    venue: Venue = asked.entry
    looked_up, told = _looked_up(venue) if asked.looks_up and is_offered() else ([], "")
    return {
        "offered": is_offered(),
        "looked_up": looked_up,
        "told": told,
        "suggestions": suggestions(venue),
        "ground": ground_of(venue),
        "width": WIDTH,
    }


def _looked_up(venue: Venue) -> tuple[list[Suggestion], str]:
    """What the service of addresses says, and what there is to say of that."""
    if not venue.address.strip():
        return [], _("Skriv adressen først: vej og nummer.")
    try:
        found = look_up(venue.address, venue.postcode)
    except NoAnswer as error:
        return [], str(error)
    if not found:
        return [], _(
            "Adresseopslaget kender ikke den adresse. Se efter, om den er stavet rigtigt, eller klik på kortet."
        )
    return found, ngettext(
        "Fundet %(n)d adresse. Vælg den.", "Fundet %(n)d adresser. Vælg den rigtige.", len(found)
    ) % {"n": len(found)}


def _similar(asked: Asked) -> dict[str, Any]:
    return {"similar": similar_to(asked.entry, asked.user)}


Part = Callable[[Asked], dict[str, Any]]
PARTS: dict[type[Model], dict[str, Part]] = {
    Activity: {
        "completeness": _completeness,
        "similar": _similar,
        "times": _times,
        "accessibility": _accessibility,
    },
    Venue: {"position": _position},
}


def part(name: str, asked: Asked) -> str:
    """A part's HTML."""
    context = PARTS[type(asked.entry)][name](asked)
    rows = json.dumps(context.get("rows", []))
    return render_to_string(f"catalogue/admin/advice/{name}.html", {**context, "rows_json": rows})


def all_parts(asked: Asked) -> dict[str, str]:
    """Every part's HTML by its name."""
    return {name: part(name, asked) for name in PARTS[type(asked.entry)]}
