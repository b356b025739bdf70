"""`manage.py evaluate_referral`."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(tmp_path):
    activity = ActivityFactory(interests=["kor"])
    path = tmp_path / "judged.json"
    path.write_text(json.dumps([{"id": "a", "needs": {"likes": ["kor"]}, "judgments": {activity.slug: 3}}]))
    return path


def test_figures_and_run_are_written(judged, tmp_path, capsys):
    run = tmp_path / "out.run"
    call_command("evaluate_referral", str(judged), "--json", "--run", str(run))
    figures = json.loads(capsys.readouterr().out)
    assert (figures["cases"], figures["ndcg"], figures["violating"]) == (1, 1.0, 0.0)
    assert run.read_text().startswith("a Q0 ")


def test_what_cannot_be_read_or_written_is_said(judged, tmp_path):
    with pytest.raises(CommandError, match=r"missing\.json"):
        call_command("evaluate_referral", str(tmp_path / "missing.json"))
    with pytest.raises(CommandError, match="nowhere"):
        call_command("evaluate_referral", str(judged), "--run", str(tmp_path / "nowhere" / "out.run"))
