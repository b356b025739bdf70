"""What the example shows beyond the exchange format: pictures, first visits, other languages, changed dates."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from catalogue.models import Activity, ActivityTranslation, DateException
from images.models import CustomImage

from .motifs import motif

DATA = Path(__file__).parent / "data"


def completion(images: dict[str, CustomImage]) -> Callable[[str, Any], None]:
    """A function that fills in new activities before they are saved."""
    additions = json.loads((DATA / "additions.json").read_text(encoding="utf-8"))
    translations = tomllib.loads((DATA / "translations.toml").read_text(encoding="utf-8"))

    def complete(kind: str, row: Any) -> None:
        if kind == "activities":
            row.image = images[motif(row)]
            _add(row, additions.get(row.slug, {}))
            row.translations.set(
                ActivityTranslation(language=language, **words)
                for language, words in translations.get(row.slug, {}).items()
            )

    return complete


def _add(activity: Activity, addition: dict[str, Any]) -> None:
    activity.first_visit = addition.get("first_visit", "")
    changes = [
        DateException(
            original_date=datetime.date.fromisoformat(change["date"]),
            kind=change["kind"],
            reason=change["reason"],
            moved_to_date=_date(change.get("moved_to_date")),
            moved_to_time=_time(change.get("moved_to_time")),
            minutes=change.get("minutes"),
        )
        for change in addition.get("date_exceptions", [])
    ]
    activity.date_exceptions.set(changes)


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _time(text: str | None) -> datetime.time | None:
    return datetime.time.fromisoformat(text) if text else None
