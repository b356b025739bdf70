"""Judged cases: how good the proposals are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from search.evaluation.measures import CLEARLY, ndcg

from .needs import Needs, needs_from

DEPTH = 6
FIRST = 3


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """A person's needs, grades by slug (3: proposed first), and the tempting ones that break a hard need."""

    id: str
    needs: Needs
    grades: Mapping[str, int]
    violates: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """`first_three`: share of cases whose first three are all graded 2 or more, or as many as the judgments allow.

    `violating`: share of cases with an entry among the proposed that breaks a hard need.
    """

    cases: int
    ndcg: float
    first_three: float
    violating: float


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One case: what was proposed (slug, score), and its figures."""

    id: str
    proposed: tuple[tuple[str, float], ...]
    ndcg: float
    first_three: bool
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole and each case."""

    figures: Figures
    cases: tuple[CaseReport, ...]

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            **asdict(self.figures),
            "by_case": {
                case.id: {"ndcg": case.ndcg, "first_three": case.first_three, "broken": list(case.broken)}
                for case in self.cases
            },
        }


def read_cases(path: Path) -> list[JudgedCase]:
    """The cases of a file: a list of `{id, needs, judgments, violates}`, each with an id of its own.

    Raises ValueError that names the file and the case, or OSError.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: not JSON in UTF-8 ({error})") from error
    if not isinstance(content, list):
        raise ValueError(f"{path}: a list of judged cases is wanted")
    cases = [_read(one, f"{path}, case {number}") for number, one in enumerate(content, start=1)]
    if twice := [id_ for id_, times in Counter(case.id for case in cases).items() if times > 1]:
        raise ValueError(f"{path}: {twice[0]!r} is the id of more than one case")
    return cases


def _read(one: Any, where: str) -> JudgedCase:
    try:
        violates = one.get("violates") or []
        if isinstance(violates, str):
            raise ValueError(f"violates: a list is wanted, not {violates!r}")
        grades = {str(slug): int(grade) for slug, grade in (one.get("judgments") or {}).items()}
        return JudgedCase(str(one["id"]), needs_from(one["needs"]), grades, frozenset(map(str, violates)))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"{where}: not a judged case ({error!r})") from error


def evaluate(cases: Sequence[JudgedCase], answer: Callable[[Needs], Sequence[tuple[str, float]]]) -> Report:
    """Asks `answer` for every case; it gives (slug, score), best first. Raises ValueError when there is no case."""
    if not cases:
        raise ValueError("there is no case to judge by")
    reports = tuple(_case(case, answer(case.needs)[:DEPTH]) for case in cases)
    return Report(
        Figures(
            cases=len(reports),
            ndcg=fmean(report.ndcg for report in reports),
            first_three=fmean(report.first_three for report in reports),
            violating=fmean(bool(report.broken) for report in reports),
        ),
        reports,
    )


def _case(case: JudgedCase, proposed: Sequence[tuple[str, float]]) -> CaseReport:
    slugs = [slug for slug, _score in proposed]
    possible = min(FIRST, sum(grade >= CLEARLY for grade in case.grades.values()))
    good = sum(case.grades.get(slug, 0) >= CLEARLY for slug in slugs[:FIRST])
    return CaseReport(
        id=case.id,
        proposed=tuple(proposed),
        ndcg=ndcg(slugs, case.grades, DEPTH),
        first_three=good >= possible,
        broken=tuple(slug for slug in slugs if slug in case.violates),
    )
