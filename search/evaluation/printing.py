"""A report as a table, and answers as a TREC run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.evaluation.report import Figures, Ranked, Report

COLUMNS = (
    ("nDCG@10", "ndcg"),
    ("recall@10", "recall"),
    ("MRR", "mrr"),
    ("no hit", "no_hit"),
    ("says so", "says_so"),
    ("wrongly", "wrongly_says_so"),
)


def table(report: Report) -> Iterator[str]:
    """Lines of a table, a stratum each."""
    yield f"{'stratum':<12}{'n':>4}" + "".join(f"{heading:>11}" for heading, _name in COLUMNS)
    for stratum, figures in report.figures.items():
        yield f"{stratum:<12}{figures.queries:>4}" + "".join(_cell(figures, name) for _heading, name in COLUMNS)


def _cell(figures: Figures, name: str) -> str:
    value = getattr(figures, name)
    return f"{'–' if value is None else f'{value:.3f}':>11}"


def run_lines(answers: Iterable[tuple[str, Ranked]], tag: str) -> Iterator[str]:
    """Lines of a TREC run: query id, Q0, slug, rank, score, tag."""
    for query_id, ranked in answers:
        for rank, (slug, score) in enumerate(ranked.hits, 1):
            yield f"{query_id} Q0 {slug} {rank} {score:.6f} {tag}"
