import json
from math import isclose, log2

import pytest

from search.evaluation.judged import JudgedQuery, read_judged
from search.evaluation.measures import ndcg, recall, reciprocal_rank
from search.evaluation.printing import run_lines, table
from search.evaluation.report import Ranked, evaluate

GRADES = {"a": 3, "b": 1}


def test_ndcg_of_the_best_order_is_one():
    assert ndcg(["a", "b"], GRADES) == 1.0


def test_ndcg_by_hand():
    got = 1 / log2(2) + 7 / log2(4)
    best = 7 / log2(2) + 1 / log2(3)
    assert isclose(ndcg(["b", "x", "a"], GRADES), got / best)


def test_ndcg_counts_ten_only():
    assert ndcg(["x"] * 10 + ["a"], GRADES) == 0.0


def test_recall_is_of_those_there_is_room_for():
    assert recall(["a", "x"], GRADES) == 0.5
    assert recall([f"s{n}" for n in range(10)], {f"s{n}": 1 for n in range(20)}) == 1.0


def test_reciprocal_rank_wants_a_clear_fit():
    assert reciprocal_rank(["b", "a"], GRADES) == 0.5
    assert reciprocal_rank(["b"], GRADES) == 0.0


def test_unanswerable_queries_are_counted_apart():
    queries = [JudgedQuery("1", "kor", "term", GRADES), JudgedQuery("2", "opera", "noanswer", {})]
    answers = {"kor": Ranked((("a", 1.0), ("b", 0.5))), "opera": Ranked((), fits_exactly=False)}
    report = evaluate(queries, lambda text: answers[text])
    assert report.figures["all"].ndcg == 1.0
    assert report.figures["all"].no_hit == 0.0
    assert report.figures["noanswer"].ndcg is None
    assert report.figures["noanswer"].says_so == 1.0
    assert len(list(table(report))) == 4


def test_run_has_trec_lines():
    assert list(run_lines([("q1", Ranked((("a", 2.0),)))], "tantivy")) == ["q1 Q0 a 1 2.000000 tantivy"]


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"queries": [{"id": 1}], "judgments": {}}',
        '{"queries": [{"id": "1", "query": "x", "stratum": "t"}], "judgments": {"1": {"a": 7}}}',
    ],
)
def test_wrong_file_says_what_is_wrong(tmp_path, content):
    path = tmp_path / "judged.json"
    path.write_text(content)
    with pytest.raises(ValueError, match="judged.json"):
        read_judged(path)


def test_judged_file_is_read(tmp_path):
    path = tmp_path / "judged.json"
    path.write_text(
        json.dumps({"queries": [{"id": "1", "query": "kor", "stratum": "term"}], "judgments": {"1": GRADES}})
    )
    assert read_judged(path) == [JudgedQuery("1", "kor", "term", GRADES)]
