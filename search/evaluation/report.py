"""Evaluates a way of answering over judged queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean

from search.evaluation.judged import JudgedQuery
from search.evaluation.measures import ndcg, recall, reciprocal_rank

OVERALL = "all"


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer: (slug, score) in order, and whether it claims that something fits exactly."""

    hits: tuple[tuple[str, float], ...]
    fits_exactly: bool = True

    @property
    def slugs(self) -> list[str]:
        return [slug for slug, _score in self.hits]


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over queries; None where there is no query to take one of.

    ``no_hit`` is the share of answerable queries with an empty answer, ``says_so`` the share of unanswerable ones for
    which the answer says that nothing fits, ``wrongly_says_so`` the same of answerable ones.
    """

    queries: int
    ndcg: float | None
    recall: float | None
    mrr: float | None
    no_hit: float | None
    says_so: float | None
    wrongly_says_so: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """Figures overall and by stratum, and what was answered."""

    figures: dict[str, Figures]
    answers: dict[str, Ranked]

    def as_json(self) -> dict[str, dict[str, float | None]]:
        """Figures by stratum as plain values."""
        return {name: asdict(figures) for name, figures in self.figures.items()}


def evaluate(queries: Sequence[JudgedQuery], answer: Callable[[str], Ranked]) -> Report:
    """Asks every query of ``answer`` and measures what comes back."""
    answers = {query.id: answer(query.text) for query in queries}
    strata = [OVERALL, *dict.fromkeys(query.stratum for query in queries)]
    figures = {
        stratum: _figures([query for query in queries if stratum in (OVERALL, query.stratum)], answers)
        for stratum in strata
    }
    return Report(figures, answers)


def _figures(queries: Sequence[JudgedQuery], answers: dict[str, Ranked]) -> Figures:
    answerable = [query for query in queries if query.is_answerable]
    unanswerable = [query for query in queries if not query.is_answerable]
    return Figures(
        queries=len(queries),
        ndcg=_mean(ndcg(answers[query.id].slugs, query.grades) for query in answerable),
        recall=_mean(recall(answers[query.id].slugs, query.grades) for query in answerable),
        mrr=_mean(reciprocal_rank(answers[query.id].slugs, query.grades) for query in answerable),
        no_hit=_mean(not answers[query.id].hits for query in answerable),
        says_so=_mean(not answers[query.id].fits_exactly for query in unanswerable),
        wrongly_says_so=_mean(not answers[query.id].fits_exactly for query in answerable),
    )


def _mean(values: Iterable[float]) -> float | None:
    found = [float(value) for value in values]
    return fmean(found) if found else None
