"""What the form of an activity says about what is typed: each part a template, filled in from the entry in memory.

The same is shown when the form opens and while somebody writes in it; `viewsets/advising.py` answers its script.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from .completeness import Completeness, completeness
from .models import Activity

# Where the form has the field of a hole: most have an element of their own, these are choosers and lists of rows.
ANCHORS = {
    "organisation": "id_organisation-chooser",
    "venue": "id_venue-chooser",
    "image": "id_image-chooser",
    "accessibility_answers": "id_accessibility_answers-ADD",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An activity in memory, and who writes it."""

    activity: Activity
    user: Any


def _completeness(asked: Asked) -> dict[str, Any]:
    found: Completeness = completeness(asked.activity)
    return {
        "completeness": found,
        "holes": [(hole, ANCHORS.get(hole.field, f"id_{hole.field}")) for hole in found.holes],
    }


PARTS: dict[str, Callable[[Asked], dict[str, Any]]] = {"completeness": _completeness}


def part(name: str, asked: Asked) -> str:
    """A part's HTML."""
    return render_to_string(f"catalogue/admin/advice/{name}.html", PARTS[name](asked))


def all_parts(asked: Asked) -> dict[str, str]:
    """Every part's HTML by its name."""
    return {name: part(name, asked) for name in PARTS}
