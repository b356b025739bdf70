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


@pytest.mark.parametrize("content", ["{", "{}", '[{"id": 1}]', '[{"id": 1, "needs": {"x": 1}}]'])
def test_file_that_holds_no_cases_is_refused(tmp_path, content):
    path = tmp_path / "cases.json"
    path.write_text(content)
    with pytest.raises(ValueError, match=r"cases\.json|no case|unknown needs"):
        evaluate(read_cases(path), answering())
