"""Changes that take effect at once: what visitors see, what a draft keeps, what the history says."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, Task, Workflow, WorkflowTask

from accounts.models import User
from catalogue.actions.end_entry import end_entry
from catalogue.actions.pause_entry import pause_entry
from catalogue.actions.publish_entry import publish_entry
from catalogue.actions.resume_entry import resume_entry, resume_when_due
from catalogue.actions.set_places_left import set_places_left
from catalogue.actions.verify_entry import verify_entry
from catalogue.choices import Status
from catalogue.models import Activity
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def by(db: None) -> User:
    return UserFactory(is_superuser=True)


@pytest.fixture
def entry(by: User) -> Activity:
    entry = ActivityFactory(title="Kaffe", capacity=10, places_left=3)
    publish_entry(entry=entry, by=by)
    return entry


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def drafted(entry: Activity, by: User, **values: object) -> Activity:
    """The entry with a draft beside it."""
    draft = entry.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=by, clean=False)
    entry.refresh_from_db()
    return entry


def newest(entry: Activity) -> Activity:
    return Activity.objects.get(pk=entry.pk).get_latest_revision_as_object()


def last_words(entry: Activity) -> str:
    row = registry.get_logs_for_instance(entry).order_by("-timestamp", "-pk").first()
    return row.formatter.format_message(row)


def test_verifying_says_when_and_by_whom(entry: Activity, by: User):
    changed = verify_entry(entry=entry, by=by, who="Formanden")
    assert (changed.verified_on, changed.verified_by) == (TODAY, "Formanden")
    assert Activity.objects.get(pk=entry.pk).verified_on == TODAY
    assert last_words(entry) == "Bekræftet af Formanden: det passer stadig"
    assert ModelLogEntry.objects.filter(action="catalogue.verify", user=by).count() == 1


def test_without_a_draft_there_is_one_new_revision_and_nothing_to_publish(entry: Activity, by: User):
    before = entry.revisions.count()
    changed = verify_entry(entry=entry, by=by)
    assert changed.revisions.count() == before + 1
    assert changed.live_revision_id == changed.latest_revision_id
    assert not changed.has_unpublished_changes
    assert changed.latest_revision.as_object().verified_on == TODAY


def test_a_draft_keeps_its_edits_and_learns_of_the_change(entry: Activity, by: User):
    drafted(entry, by, title="Kaffe og kage")
    verify_entry(entry=entry, by=None, who="Formanden")
    row = Activity.objects.get(pk=entry.pk)
    assert (row.title, row.verified_on, row.has_unpublished_changes) == ("Kaffe", TODAY, True)
    assert row.live_revision.as_object().title == "Kaffe"
    assert (newest(entry).title, newest(entry).verified_on) == ("Kaffe og kage", TODAY)
    row.latest_revision.publish()
    row.refresh_from_db()
    assert (row.title, row.verified_on, row.has_unpublished_changes) == ("Kaffe og kage", TODAY, False)


def test_what_waits_for_approval_still_waits(entry: Activity, by: User):
    workflow = Workflow.objects.create(name="En")
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.create(name="Se på det"), sort_order=1)
    drafted(entry, by, title="Kaffe og kage")
    state = workflow.start(entry, by)
    pause_entry(entry=entry, reason="Ferie.", by=by)
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    state.finish(user=by)
    entry.refresh_from_db()
    assert (entry.title, entry.status) == ("Kaffe og kage", Status.PAUSED)


def test_what_is_planned_is_still_planned_and_does_not_undo_the_change(entry: Activity, by: User):
    drafted(entry, by, title="Kaffe og kage", go_live_at=timezone.now() + datetime.timedelta(days=2))
    at = entry.latest_revision.as_object().go_live_at
    entry.latest_revision.publish(user=by)
    verify_entry(entry=entry, by=by)
    planned = entry.revisions.get(approved_go_live_at__isnull=False)
    assert (planned.approved_go_live_at, planned.as_object().verified_on) == (at, TODAY)
    assert planned.as_object().title == "Kaffe og kage"
    assert Activity.objects.get(pk=entry.pk).latest_revision_id == planned.pk


def test_an_entry_that_is_not_public_stays_so(by: User):
    entry = ActivityFactory(title="Kladde", live=False)
    drafted(entry, by, title="Kladden")
    changed = verify_entry(entry=entry, by=by)
    assert not changed.live
    assert changed.live_revision is None
    assert (newest(entry).title, newest(entry).verified_on) == ("Kladden", TODAY)


def test_pausing_says_why_and_until_when(entry: Activity, by: User):
    changed = pause_entry(entry=entry, reason="Lederen er syg.", until=datetime.date(2026, 12, 31), by=by)
    assert (changed.status, changed.status_note) == (Status.PAUSED, "Lederen er syg.")
    assert changed.paused_until == datetime.date(2026, 12, 31)
    assert last_words(entry) == "Sat på pause til og med 31. december 2026 (Lederen er syg.)"


def test_pausing_until_a_day_that_has_passed_is_refused_and_changes_nothing(entry: Activity, by: User):
    with pytest.raises(ValidationError, match="allerede gået"):
        pause_entry(entry=entry, reason="Ferie.", until=datetime.date(2026, 11, 22), by=by)
    assert Activity.objects.get(pk=entry.pk).status == Status.ACTIVE


def test_what_has_ended_cannot_be_paused(entry: Activity, by: User):
    end_entry(entry=entry, reason="Huset er solgt.", by=by)
    with pytest.raises(ValidationError, match="ophørt"):
        pause_entry(entry=entry, reason="Ferie.", by=by)
    assert last_words(entry) == "Meldt ophørt (Huset er solgt.)"


def test_a_draft_that_ends_the_entry_still_does(entry: Activity, by: User):
    drafted(entry, by, status=Status.ENDED, status_note="Vi stopper til jul.")
    pause_entry(entry=entry, reason="Ferie.", by=by)
    resume_entry(entry=entry, by=by)
    assert (newest(entry).status, newest(entry).status_note) == (Status.ENDED, "Vi stopper til jul.")
    assert Activity.objects.get(pk=entry.pk).status == Status.ACTIVE


def test_resuming_forgets_the_pause_in_the_draft_too(entry: Activity, by: User):
    drafted(entry, by, title="Kaffe og kage")
    pause_entry(entry=entry, reason="Ferie.", until=datetime.date(2026, 12, 1), by=by)
    resume_entry(entry=entry, by=by)
    for version in (Activity.objects.get(pk=entry.pk), newest(entry)):
        assert (version.status, version.status_note, version.paused_until) == (Status.ACTIVE, "", None)
    assert last_words(entry) == "Sat i gang igen"


@pytest.mark.parametrize(
    ("until", "runs"),
    [(datetime.date(2026, 11, 22), True), (datetime.date(2026, 11, 23), False), (None, False)],
)
def test_a_pause_is_over_the_day_after_its_last(by: User, until: datetime.date | None, runs: bool):
    entry = ActivityFactory(status=Status.PAUSED, status_note="Ferie.", paused_until=until)
    call_command("resume_paused", "--dry-run", verbosity=0)
    assert Activity.objects.get(pk=entry.pk).status == Status.PAUSED
    call_command("resume_paused", verbosity=0)
    assert (Activity.objects.get(pk=entry.pk).status == Status.ACTIVE) is runs
    assert ModelLogEntry.objects.filter(action="catalogue.resume").count() == runs


def test_a_pause_that_was_made_longer_meanwhile_is_left_alone(by: User):
    entry = ActivityFactory(status=Status.PAUSED, paused_until=datetime.date(2026, 12, 24))
    assert resume_when_due(pk=entry.pk, today=TODAY) is None
    assert Activity.objects.get(pk=entry.pk).status == Status.PAUSED


@pytest.mark.parametrize(("more", "left"), [(1, 4), (-1, 2), (-9, 0), (50, 10)])
def test_places_go_up_and_down_within_what_there_is(entry: Activity, by: User, more: int, left: int):
    assert set_places_left(entry=entry, more=more, by=by).places_left == left
    assert last_words(entry) == f"Ledige pladser: 3 → {left}"


def test_places_are_set_to_a_number_or_to_not_known(entry: Activity, by: User):
    assert set_places_left(entry=entry, number=0, by=by).places_left == 0
    assert set_places_left(entry=entry, number=None, by=by).places_left is None
    assert last_words(entry) == "Ledige pladser: 0 → ukendt"
    with pytest.raises(ValidationError, match="Skriv antallet først"):
        set_places_left(entry=entry, more=1, by=by)


@pytest.mark.parametrize("number", [11, -1])
def test_more_places_than_there_are_is_refused(entry: Activity, by: User, number: int):
    with pytest.raises(ValidationError, match="fra 0 til"):
        set_places_left(entry=entry, number=number, by=by)
    assert Activity.objects.get(pk=entry.pk).places_left == 3


def test_a_draft_with_fewer_places_has_no_more_left_than_it_has(entry: Activity, by: User):
    drafted(entry, by, capacity=2, places_left=2)
    set_places_left(entry=entry, number=8, by=by)
    assert newest(entry).places_left == 2
    assert Activity.objects.get(pk=entry.pk).places_left == 8


def test_an_object_that_was_held_for_a_while_undoes_nothing(entry: Activity, by: User):
    held = Activity.objects.get(pk=entry.pk)
    Activity.objects.filter(pk=entry.pk).update(title="Kaffe i haven")
    verify_entry(entry=held, by=by)
    assert Activity.objects.get(pk=entry.pk).title == "Kaffe i haven"
