"""Judged queries: what people ask, and how well each entry answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BEST_GRADE = 3


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """One query with its grades by slug (3 exactly, 2 clearly, 1 worth a look; absent 0). No grades: nothing fits."""

    id: str
    text: str
    stratum: str
    grades: Mapping[str, int]

    @property
    def is_answerable(self) -> bool:
        return bool(self.grades)


def read_judged(path: Path) -> list[JudgedQuery]:
    """The queries of a file `{"queries": [{id, query, stratum}], "judgments": {id: {slug: grade}}}`.

    Raises ValueError that says what is wrong with the file, OSError when it cannot be read.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        judgments = content["judgments"]
        found = [
            JudgedQuery(str(one["id"]), str(one["query"]), str(one["stratum"]), dict(judgments.get(str(one["id"]), {})))
            for one in content["queries"]
        ]
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: not a file of judged queries ({error!r})") from error
    for query in found:
        if wrong := [slug for slug, grade in query.grades.items() if grade not in range(BEST_GRADE + 1)]:
            raise ValueError(f"{path}: query {query.id} grades {wrong[0]} with something else than 0 to {BEST_GRADE}")
    return found
