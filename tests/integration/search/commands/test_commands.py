import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(tmp_path, reindex):
    ActivityFactory(title="Kor for alle", slug="kor", interests=["kor"])
    ActivityFactory(title="Yoga", slug="yoga")
    reindex()
    path = tmp_path / "judged.json"
    queries = [{"id": "1", "query": "sangkor", "stratum": "term"}, {"id": "2", "query": "opera", "stratum": "noanswer"}]
    path.write_text(json.dumps({"queries": queries, "judgments": {"1": {"kor": 3}}}))
    return path


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_evaluation_prints_a_table_and_writes_a_run(judged, tmp_path):
    trec = tmp_path / "run.txt"
    table = run("evaluate_search", str(judged), "--run", str(trec))
    assert "1.000" in table.splitlines()[1]
    assert trec.read_text().startswith("1 Q0 kor 1 ")


def test_evaluation_as_json(judged):
    figures = json.loads(run("evaluate_search", str(judged), "--json"))
    assert figures["all"]["ndcg"] == 1.0
    assert figures["noanswer"]["says_so"] == 1.0


def test_evaluation_of_the_peer(judged):
    assert json.loads(run("evaluate_search", str(judged), "--json", "--engine", "wagtail"))["all"]["queries"] == 2


def test_evaluation_in_an_index_of_its_own(judged):
    figures = json.loads(run("evaluate_search", str(judged), "--json", "--today", "2026-11-22"))
    assert figures["all"]["ndcg"] == 1.0


@pytest.mark.parametrize(
    "arguments",
    [
        ["findes-ikke.json"],
        ["--engine", "solr"],
        ["--engine", "elasticsearch://127.0.0.1:9/x", "--today", "2026-11-22"],
    ],
)
def test_evaluation_of_something_wrong_says_so(judged, arguments):
    arguments = arguments if not arguments[0].startswith("--") else [str(judged), *arguments]
    with pytest.raises(CommandError):
        run("evaluate_search", *arguments)


def test_search_prints_what_was_understood_and_found(judged):
    said = run("search", "kor petank", "--explain")
    assert "kor" in said
    assert "idea: kor" in said


def test_search_as_json(judged):
    answer = json.loads(run("search", "sangkor", "--json"))
    assert [hit["slug"] for hit in answer["hits"]] == ["kor"]
