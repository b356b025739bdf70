"""The engine away, a transaction rolled back, a process killed: nothing is lost, and nothing is there too early."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from django.db import transaction

from catalogue.models import Activity
from search.engines import Engine, EngineUnavailable
from search.indexing import applying, maintenance
from search.indexing.applying import apply_changes
from search.indexing.comparing import compare, repair
from search.indexing.rebuilding import rebuild
from search.models import IndexChange
from tests.factories.catalogue import ActivityFactory

from .conftest import Commit, away


class Oops(Exception):
    """What goes wrong half-way through a change."""


def test_change_that_is_rolled_back_leaves_nothing(transactional_db: None, engine: Engine) -> None:
    activity = ActivityFactory()
    before = engine.fingerprints()
    assert len(before) == 1
    with pytest.raises(Oops), transaction.atomic():
        activity.title = "Fortrudt"
        activity.save()
        ActivityFactory()
        raise Oops
    assert engine.fingerprints() == before
    assert not IndexChange.objects.exists()


def test_part_of_a_change_that_is_rolled_back_leaves_nothing(transactional_db: None, engine: Engine) -> None:
    kept, undone = ActivityFactory(), ActivityFactory()
    with transaction.atomic():
        with pytest.raises(Oops), transaction.atomic():
            undone.title = "Fortrudt"
            undone.save()
            raise Oops
        kept.title = "Beholdt"
        kept.save()
        assert list(IndexChange.objects.values_list("uuid", flat=True)) == [kept.uuid]
    assert compare().ids == []
    assert not IndexChange.objects.exists()


def test_publishing_works_while_the_engine_is_away_and_repair_catches_up(
    engine: Engine, commit: Commit, caplog: pytest.LogCaptureFixture
) -> None:
    activity = ActivityFactory()
    gone = ActivityFactory()
    rebuild()
    with caplog.at_level(logging.WARNING), away(engine), commit():
        activity.title = "Udgivet imens"
        activity.save_revision().publish()
        gone.delete()
        ActivityFactory(title="Ny imens")
    assert Activity.objects.get(pk=activity.pk).title == "Udgivet imens"
    assert "catches up later: unplugged" in caplog.text
    assert len(compare().ids) == 3
    assert repair().ids == []
    assert compare().ids == []
    assert not IndexChange.objects.exists()


def test_running_portal_catches_up_by_itself(engine: Engine, commit: Commit) -> None:
    with away(engine), commit():
        ActivityFactory()
        with pytest.raises(EngineUnavailable):
            maintenance.maintain()
    assert len(compare().missing) == 1
    maintenance.maintain()
    assert compare().ids == []


def test_marks_are_kept_when_the_engine_fails_half_way(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, commit: Commit
) -> None:
    monkeypatch.setattr(applying, "BATCH", 2)
    for _ in range(5):
        ActivityFactory()
    write, calls = engine.update, iter([True, False])

    def fails_the_second_time(*args: object, **options: object) -> int:
        if next(calls):
            return write(*args, **options)  # type: ignore[arg-type]
        raise EngineUnavailable("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(engine, "update", fails_the_second_time)
        with pytest.raises(EngineUnavailable):
            apply_changes()
    assert len(engine.fingerprints()) == 2
    assert IndexChange.objects.values("uuid").distinct().count() == 3
    assert apply_changes() == 3
    assert compare().ids == []


def test_repair_mends_what_nobody_marked(engine: Engine) -> None:
    missing, outdated, extra = ActivityFactory(), ActivityFactory(), ActivityFactory()
    rebuild()
    engine.update([], delete=[f"activity:{missing.uuid}"])
    Activity.objects.filter(pk=outdated.pk).update(title="Rettet bag om ryggen")
    Activity.objects.filter(pk=extra.pk).update(live=False)
    found = repair()
    assert (found.missing, found.outdated, found.extra) == (
        [f"activity:{missing.uuid}"],
        [f"activity:{outdated.uuid}"],
        [f"activity:{extra.uuid}"],
    )
    assert compare().ids == []


def test_changes_beyond_a_requests_patience_are_left_for_the_background(
    engine: Engine, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "BATCH", 1)
    monkeypatch.setattr(applying, "SECONDS_IN_A_REQUEST", 0.0)
    monkeypatch.setattr(maintenance, "in_request", lambda: True)
    with commit():
        for _ in range(3):
            ActivityFactory()
    assert len(engine.fingerprints()) == 1
    maintenance.maintain()
    assert compare().ids == []


def test_activity_that_cannot_be_read_does_not_keep_the_others_out(
    engine: Engine, commit: Commit, break_document: Callable[[Activity], None], caplog: pytest.LogCaptureFixture
) -> None:
    good, bad = ActivityFactory(), ActivityFactory()
    apply_changes()
    before = engine.fingerprints()
    break_document(bad)
    with commit():
        for activity in (good, bad):
            activity.title = "Rettet"
            activity.save()
    after = engine.fingerprints()
    assert after.keys() == before.keys()
    assert after[f"activity:{good.uuid}"] != before[f"activity:{good.uuid}"]
    assert after[f"activity:{bad.uuid}"] == before[f"activity:{bad.uuid}"]
    assert not IndexChange.objects.exists()
    assert str(bad.uuid) in caplog.text
    assert rebuild() == 1


@pytest.fixture
def break_document(monkeypatch: pytest.MonkeyPatch) -> Callable[[Activity], None]:
    """Makes an activity's document impossible to make."""
    from search.documents import activities

    whole = activities.activity_document

    def break_it(broken: Activity) -> None:
        def document(activity: Activity, *args: object, **options: object) -> object:
            if activity.pk == broken.pk:
                raise Oops
            return whole(activity, *args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(activities, "activity_document", document)

    return break_it
