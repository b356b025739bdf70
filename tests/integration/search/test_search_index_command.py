"""`manage.py search_index`."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalogue.models import Activity
from search.engines import Engine, get_engine
from search.models import IndexChange, KnownWord
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def engine(settings: Settings, tmp_path: Path) -> Engine:
    settings.SEARCH_URL = f"tantivy://{tmp_path / 'search'}"
    return get_engine()


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("search_index", *arguments, stdout=out)
    return out.getvalue()


def test_rebuild_makes_the_index_and_counts_the_words(engine: Engine) -> None:
    ActivityFactory(title="Kniplinger")
    assert "1 opslag" in said("rebuild")
    assert len(engine.fingerprints()) == 1
    assert KnownWord.objects.filter(form="kniplinger").exists()
    assert not IndexChange.objects.exists()


def test_status_of_an_index_that_is_in_step() -> None:
    ActivityFactory()
    said("rebuild")
    answer = said("status")
    assert "1 i indekset, 1 i databasen" in answer
    assert "Indekset passer med databasen." in answer


def test_status_tells_every_difference_and_fails() -> None:
    missing, outdated, extra = (ActivityFactory() for _ in range(3))
    Activity.objects.filter(pk=missing.pk).update(live=False)
    said("rebuild")
    Activity.objects.filter(pk=missing.pk).update(live=True)
    Activity.objects.filter(pk=outdated.pk).update(title="Rettet")
    Activity.objects.filter(pk=extra.pk).update(live=False)
    out = StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("search_index", "status", "--json", stdout=out)
    assert left.value.code == 1
    answer = json.loads(out.getvalue())
    assert {name: answer[name] for name in ("missing", "outdated", "extra")} == {
        "missing": [f"activity:{missing.uuid}"],
        "outdated": [f"activity:{outdated.uuid}"],
        "extra": [f"activity:{extra.uuid}"],
    }
    assert "Mangler i indekset: 1" in said("repair")
    assert "Indekset passer med databasen." in said("status")


def test_repair_builds_an_index_that_is_missing() -> None:
    ActivityFactory()
    assert "bygget forfra" in said("repair")
    assert json.loads(said("status", "--json"))["documents"] == 1
    assert "forfra" not in said("repair")


def test_engine_that_cannot_be_used_is_another_exit_code(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Søgemotoren kan ikke bruges") as failed:
        said("status")
    assert failed.value.returncode == 2
    (tmp_path / "file").touch()
    with pytest.raises(CommandError) as failed:
        said("rebuild", "--engine", f"tantivy://{tmp_path / 'file' / 'search'}")
    assert failed.value.returncode == 2
