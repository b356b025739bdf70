"""The measures of the finder."""

import json

import pytest

from referral.evaluation import evaluate, read_cases


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "cases.json"
    case = {"id": "1", "needs": {"age": 70}, "judgments": {"kor": 3, "tur": 2, "kaffe": 1}, "violates": ["klatring"]}
    path.write_text(json.dumps([case]))
    return read_cases(path)


def answering(*slugs):
    return lambda needs: [(slug, 1.0) for slug in slugs]


def test_best_order_is_perfect_and_needs_only_what_the_judgments_hold(cases):
    figures = evaluate(cases, answering("kor", "tur", "kaffe")).figures
    assert (figures.ndcg, figures.first_three, figures.violating) == (1.0, 1.0, 0.0)


def test_worse_order_is_less_and_a_poor_third_is_not_good_enough(cases):
    report = evaluate(cases, answering("kaffe", "kor", "x", "tur"))
    assert 0.4 < report.figures.ndcg < 0.9
    assert report.figures.first_three == 0.0


def test_broken_need_counts_only_among_the_six_proposed(cases):
    assert evaluate(cases, answering("klatring", "kor")).figures.violating == 1.0
    assert evaluate(cases, answering("kor", *"abcde", "klatring")).figures.violating == 0.0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not JSON"),
        ("\xff", "not JSON"),
        ("{}", "a list of judged cases"),
        ("null", "a list of judged cases"),
        ('[{"id": 1}]', "case 1: not a judged case.*needs"),
        ('[{"id": 1, "needs": {"x": 1}}]', "case 1: .*unknown needs: x"),
        ('[{"id": 1, "needs": {"age": "old"}}]', "case 1: .*no age"),
        ('[{"id": 1, "needs": []}]', "case 1"),
        ('[{"id": 1, "needs": {}, "judgments": [3]}]', "case 1"),
        ('[{"id": 1, "needs": {}, "judgments": {"kor": 1e999}}]', "case 1"),
        ('[{"id": 1, "needs": {}, "violates": "kor"}]', "violates: a list"),
        ('[{"id": 1, "needs": {}}, {"id": "1", "needs": {}}]', "'1' is the id of more than one case"),
    ],
)
def test_file_that_holds_no_cases_is_refused_by_name(tmp_path, content, said):
    path = tmp_path / "cases.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(ValueError, match=rf"cases\.json.*{said}"):
        read_cases(path)


def test_nothing_is_measured_by_no_case():
    with pytest.raises(ValueError, match="no case"):
        evaluate([], answering())
