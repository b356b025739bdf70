"""Figures of measured times."""

from __future__ import annotations

import pytest

from benchmarks.measures import percentile, ratio, summary_of


def test_percentile_is_a_measured_value() -> None:
    values = list(range(100, 0, -1))
    assert (percentile(values, 0.5), percentile(values, 0.95), percentile(values, 0.99)) == (50, 95, 99)
    assert percentile([7.0], 0.99) == 7.0


def test_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


def test_ratio_compares_only_what_both_were_asked() -> None:
    ours = {"kor": [1.0, 3.0, 2.0], "strik": [100.0]}
    assert ratio(ours, {"kor": [20.0], "bingo": [1.0]}) == pytest.approx(0.1)
    assert ratio(ours, {"bingo": [1.0]}) is None


def test_summary_counts_times_and_questions() -> None:
    assert summary_of({"kor": [1.0, 2.0], "strik": [3.0]}) == {
        "n": 3,
        "p50": 2.0,
        "p95": 3.0,
        "p99": 3.0,
        "questions": 2,
    }
