"""Several activities are changed at once, each with a revision, and brought back again."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from catalogue.models import Activity, Interest
from editorial.models import BulkChange
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, InterestFactory, OrganisationFactory
from tests.integration.rights.people import Place, make_place, responsible

LIST = reverse("wagtailsnippets_catalogue_activity:list")


def address(action: str, *activities: Activity, **more: object) -> str:
    ids = [("id", activity.pk) for activity in activities]
    path = reverse("wagtail_bulk_action", args=["catalogue", "activity", action])
    return f"{path}?{urlencode([*ids, *more.items(), ('next', LIST)])}"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def own(db: None) -> Place:
    return make_place("Korsør")


@pytest.fixture
def foreign(db: None) -> Place:
    return make_place("Skælskør")


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in(user_with(Role.EDITOR))


def published(**values: object) -> Activity:
    activity = ActivityFactory(**values)
    activity.save_revision().publish()
    activity.refresh_from_db()
    return activity


def undo(client: Client) -> str:
    """Presses "Fortryd"; what the page says afterwards."""
    return client.post(reverse("flere:undo", args=[BulkChange.objects.latest("pk").uuid]), follow=True).content.decode()


def fresh(activity: Activity) -> Activity:
    return Activity.objects.get(pk=activity.pk)


def test_the_page_says_what_it_is_about_before_anything_is_changed(editor: Client):
    one, two = published(title="Krolf"), published(title="Banko", status="pause")
    page = editor.get(address("status", one, two)).content.decode()
    for words in ("Det gælder 2 aktiviteter", "Krolf", "nu: I gang", "nu: På pause", "Nej, ret ikke"):
        assert words in page
    assert fresh(one).status == "aktiv"


def test_status_is_changed_with_a_revision_and_in_the_history_and_brought_back(editor: Client):
    one, two = published(title="Krolf"), published(title="Banko", status="pause", status_note="Ferie")
    said = editor.post(address("status", one, two), {"status": "pause", "note": "Ferie"}, follow=True).content.decode()
    assert "1 aktivitet er rettet: status sat til »På pause«" in said
    assert "1 var sådan i forvejen" in said
    changed = fresh(one)
    assert (changed.status, changed.status_note) == ("pause", "Ferie")
    assert changed.latest_revision.content["status"] == "pause"
    assert changed.live_revision == changed.latest_revision
    assert not changed.has_unpublished_changes
    assert ModelLogEntry.objects.filter(object_id=str(one.pk), revision_id=changed.latest_revision_id).exists()
    assert fresh(two).latest_revision == two.latest_revision
    assert "er igen, som den var" in undo(editor)
    assert (fresh(one).status, fresh(one).status_note) == ("aktiv", "")
    assert "fortrudt i forvejen" in undo(editor)


def test_nothing_is_done_without_a_status(editor: Client):
    one = published()
    assert "Vælg en status" in editor.post(address("status", one), {"note": "Ferie"}).content.decode()
    assert fresh(one).latest_revision == one.latest_revision


def test_a_draft_is_kept_and_follows(editor: Client):
    one = published(title="Krolf")
    draft = fresh(one)
    draft.title = "Krolf for alle"
    draft.save_revision()
    assert "Den har en kladde" in editor.get(address("status", one)).content.decode()
    said = editor.post(address("status", one), {"status": "pause", "note": ""}, follow=True).content.decode()
    assert "1 har en kladde" in said
    changed = fresh(one)
    assert (changed.title, changed.status, changed.has_unpublished_changes) == ("Krolf", "pause", True)
    kept = changed.get_latest_revision_as_object()
    assert (kept.title, kept.status) == ("Krolf for alle", "pause")
    undo(editor)
    back = fresh(one)
    assert (back.title, back.status, back.has_unpublished_changes) == ("Krolf", "aktiv", True)
    kept = back.get_latest_revision_as_object()
    assert (kept.title, kept.status) == ("Krolf for alle", "aktiv")


def test_what_has_been_changed_since_is_not_brought_back(editor: Client):
    one, two = published(title="Krolf"), published(title="Banko")
    editor.post(address("status", one, two), {"status": "pause", "note": ""})
    later = fresh(one)
    later.title = "Krolf igen"
    later.save_revision().publish()
    page = editor.get(reverse("flere:undo", args=[BulkChange.objects.get().uuid])).content.decode()
    assert "Disse er ændret siden" in page
    assert "»Krolf igen« er ikke rettet: Den er ændret siden" in undo(editor)
    assert (fresh(one).status, fresh(two).status) == ("pause", "aktiv")


def test_nobody_undoes_what_another_did(editor: Client):
    one = published()
    editor.post(address("status", one), {"status": "pause", "note": ""})
    made = BulkChange.objects.get()
    stranger = signed_in(user_with(Role.EDITOR))
    assert stranger.post(reverse("flere:undo", args=[made.uuid])).status_code == 404
    assert fresh(one).status == "pause"


def test_areas_are_added_replaced_and_taken_out_and_one_is_left(editor: Client):
    here, there = AreaFactory(name="Her"), AreaFactory(name="Der")
    one = published(areas=[here])

    def names() -> set[str]:
        return {area.name for area in fresh(one).areas.all()}

    editor.post(address("omraader", one), {"how": "add", "areas": [there.pk]})
    assert names() == {"Her", "Der"}
    editor.post(address("omraader", one), {"how": "remove", "areas": [here.pk]})
    assert names() == {"Der"}
    said = editor.post(address("omraader", one), {"how": "remove", "areas": [there.pk]}, follow=True).content.decode()
    assert "Så ville den ikke have noget område" in said
    editor.post(address("omraader", one), {"how": "replace", "areas": [here.pk]})
    assert names() == {"Her"}
    undo(editor)
    assert names() == {"Der"}


def test_interests_are_added_and_taken_out(editor: Client):
    song, walk = InterestFactory(name="sang"), InterestFactory(name="gåture")
    one = published(interests=["sang"])

    def names() -> list[str]:
        return sorted(fresh(one).interests.values_list("name", flat=True))

    editor.post(address("interesser", one), {"how": "add", "interests": [walk.pk]})
    assert names() == ["gåture", "sang"]
    editor.post(address("interesser", one), {"how": "remove", "interests": [song.pk]})
    assert names() == ["gåture"]
    undo(editor)
    assert names() == ["gåture", "sang"]
    assert Interest.objects.count() == 2


def test_they_are_given_to_another_organiser(editor: Client):
    one, other = published(), OrganisationFactory(name="Ældre Sagen")
    editor.post(address("arrangoer", one), {"organisation": other.pk})
    assert fresh(one).organisation == other
    undo(editor)
    assert fresh(one).organisation == one.organisation


def test_all_in_the_list_means_as_it_is_filtered(editor: Client):
    paused, running = published(status="pause", title="Krolf om mandagen"), published(title="Krolf om tirsdagen")
    other = published(status="pause", title="Banko")
    path = reverse("wagtail_bulk_action", args=["catalogue", "activity", "bekraeft"])
    editor.post(f"{path}?status=pause&q=krolf&id=all")
    today = timezone.localdate()
    assert fresh(paused).verified_on == today
    assert fresh(running).verified_on != today
    assert fresh(other).verified_on != today


def test_all_in_the_list_of_a_local_editor_is_their_own(own: Place, foreign: Place):
    client = signed_in(responsible(Role.LOCAL_EDITOR, own))
    path = reverse("wagtail_bulk_action", args=["catalogue", "activity", "status"])
    client.post(f"{path}?id=all", {"status": "pause", "note": ""})
    assert fresh(own.activity).status == "pause"
    assert fresh(foreign.activity).status == "aktiv"


def test_an_association_that_is_not_trusted_confirms_but_changes_nothing_public(own: Place):
    client = signed_in(responsible(Role.ASSOCIATION, own))
    assert "skal godkendes først" in client.get(address("status", own.activity)).content.decode()
    client.post(address("status", own.activity), {"status": "pause", "note": ""})
    assert fresh(own.activity).status == "aktiv"
    client.post(address("bekraeft", own.activity))
    assert fresh(own.activity).verified_on == timezone.localdate()


def test_nobody_gives_away_what_is_theirs(own: Place, foreign: Place):
    client = signed_in(responsible(Role.ASSOCIATION, own, trusted=True))
    data = {"organisation": foreign.organisation.pk}
    assert client.post(address("arrangoer", own.activity), data).status_code == 200
    assert fresh(own.activity).organisation == own.organisation
    local = signed_in(responsible(Role.LOCAL_EDITOR, own))
    page = local.post(address("omraader", own.activity), {"how": "replace", "areas": [foreign.venue.area_id]})
    assert page.status_code == 200
    assert fresh(own.activity).areas.get() == own.venue.area


def test_what_waits_for_approval_goes_on_waiting_with_the_change_in_it(own: Place, editor: Client):
    activity = published(title="Krolf")
    draft = fresh(activity)
    draft.title = "Krolf for alle"
    draft.save_revision()
    draft.get_workflow().start(draft, user=None)
    editor.post(address("status", activity), {"status": "pause", "note": ""})
    changed = fresh(activity)
    assert changed.workflow_in_progress
    state = changed.current_workflow_task_state
    assert state.revision == changed.latest_revision
    state.specific.approve(user=user_with(Role.EDITOR))
    approved = fresh(activity)
    assert (approved.title, approved.status) == ("Krolf for alle", "pause")


def test_what_is_published_by_itself_later_is_left_alone(editor: Client):
    one = published()
    later = fresh(one)
    later.go_live_at = timezone.now() + timezone.timedelta(days=2)
    later.save_revision(approved_go_live_at=later.go_live_at)
    assert "offentliggøres af sig selv" in editor.get(address("status", one)).content.decode()
    editor.post(address("status", one), {"status": "pause", "note": ""})
    assert fresh(one).status == "aktiv"


def test_what_an_editor_locked_is_left_alone(editor: Client):
    one = published(locked=True)
    editor.post(address("status", one), {"status": "pause", "note": ""})
    assert fresh(one).status == "aktiv"


def test_what_was_never_public_stays_a_draft(editor: Client):
    one = ActivityFactory(live=False)
    editor.post(address("status", one), {"status": "pause", "note": ""})
    changed = fresh(one)
    assert (changed.status, changed.live) == ("pause", False)
    assert changed.latest_revision.content["status"] == "pause"
    undo(editor)
    assert fresh(one).status == "aktiv"


def test_the_page_costs_the_same_number_of_queries_at_any_size(editor: Client):
    counts, made = [], []
    for more in (1, 4, 20):
        made += [published() for _ in range(more)]
        with CaptureQueriesContext(connection) as asked:
            editor.get(address("omraader", *made))
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2], counts


def test_too_many_at_once_are_refused(editor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("editorial.bulk.bulk_actions.ActivityBulkAction.most", 1)
    one, two = published(), published()
    for response in (
        editor.get(address("status", one, two)),
        editor.post(address("status", one, two), {"status": "pause"}),
    ):
        assert "for mange på én gang" in response.content.decode()
    assert fresh(one).status == "aktiv"
