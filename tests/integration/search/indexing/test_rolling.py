"""Time passes, and the index follows without anybody saving anything."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from catalogue.models import Activity
from search.engines import Engine, EngineUnavailable
from search.indexing import maintenance, rolling
from search.indexing.applying import apply_changes
from search.indexing.comparing import compare
from search.indexing.rebuilding import rebuild
from search.models import IndexChange, IndexState
from search.plan import Between, Filter, Plan
from search.schema import NumberField
from tests.factories.catalogue import ActivityFactory, ScheduleFactory

from .conftest import NOW, away

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def weekly(engine: Engine) -> Activity:
    """Mondays from 10 to 12; today is Sunday at 12."""
    activity = ScheduleFactory().activity
    rebuild()
    return activity


def it_is(monkeypatch: pytest.MonkeyPatch, now: datetime.datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


def next_starts(engine: Engine, before: datetime.datetime) -> int:
    begun = Between(NumberField.NEXT_START, high=int(before.timestamp()))
    return engine.search(Plan(filters=(Filter("x", begun),))).total


def test_date_that_is_over_gives_way_to_the_next(
    weekly: Activity, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert next_starts(engine, NOW + DAY) == 1
    it_is(monkeypatch, NOW + DAY)
    assert compare().outdated == [f"activity:{weekly.uuid}"]
    assert rolling.roll() == 1
    apply_changes()
    assert compare().ids == []
    assert next_starts(engine, NOW + DAY) == 0


def test_date_that_goes_on_stays(weekly: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    it_is(monkeypatch, NOW + DAY - HOUR)
    assert rolling.roll() == 0
    assert compare().ids == []


def test_entry_that_has_expired_leaves_without_being_saved(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    activity = ActivityFactory(expire_at=NOW + HOUR)
    rebuild()
    assert len(engine.fingerprints()) == 1
    it_is(monkeypatch, NOW + 2 * HOUR)
    assert rolling.roll() == 1
    apply_changes()
    assert engine.fingerprints() == {}
    Activity.objects.filter(pk=activity.pk).update(expire_at=NOW + 3 * DAY)
    assert rolling.roll() == 0


def test_it_is_due_again_after_a_while(weekly: Activity) -> None:
    assert not rolling.is_due(NOW + rolling.EVERY / 2)
    assert rolling.is_due(NOW + rolling.EVERY)
    rolling.roll(NOW + rolling.EVERY)
    assert not rolling.is_due(NOW + 1.5 * rolling.EVERY)


def test_it_is_due_where_it_never_was_done(db: None) -> None:
    assert rolling.is_due()


def test_one_process_looks_and_the_other_leaves_it(
    weekly: Activity, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NOW + DAY
    search = engine.search

    def while_the_other_looks(plan: Plan) -> object:
        monkeypatch.setattr(engine, "search", search)
        IndexChange.objects.all().delete()
        assert rolling.roll(later) == 0
        return search(plan)

    it_is(monkeypatch, later)
    stale = IndexState.objects.get().rolled_at
    monkeypatch.setattr(rolling, "_rolled_at", lambda: stale)
    monkeypatch.setattr(engine, "search", while_the_other_looks)
    assert rolling.roll(later) == 1


def test_look_that_fails_is_due_again(weekly: Activity, engine: Engine) -> None:
    with away(engine), pytest.raises(EngineUnavailable):
        rolling.roll(NOW + DAY)
    assert rolling.is_due(NOW + DAY)


def test_running_portal_does_it_by_itself(weekly: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    it_is(monkeypatch, NOW + DAY)
    maintenance.maintain()
    assert compare().ids == []
    assert not IndexChange.objects.exists()


def test_more_than_a_page_of_dates_moves_on(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rolling, "PAGE", 2)
    for _ in range(5):
        ScheduleFactory()
    rebuild()
    it_is(monkeypatch, NOW + DAY)
    assert rolling.roll() == 5
