"""Each address of an entry asks about that entry: one's own, and never another's by a guessed number."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse
from django.urls import path as route
from wagtail.models import Revision, TaskState

from accounts.roles import Role
from catalogue.models import Activity, Organisation, Responsibility, Venue
from catalogue.viewsets import guard
from catalogue.viewsets.activity import ActivityViewSet
from tests.factories.catalogue import ActivityFactory
from tests.integration.catalogue.admin import typed
from tests.integration.rights.people import Place, make_place, responsible

SCOPED = (Role.LOCAL_EDITOR, Role.ASSOCIATION, Role.CENTRE_STAFF)
# What each role has in hand; an organisation with an area is the local editor's, and so on.
THEIRS = {
    Role.LOCAL_EDITOR: (Activity, Organisation, Venue),
    Role.ASSOCIATION: (Activity, Organisation),
    Role.CENTRE_STAFF: (Activity, Venue),
}
OF_A_DATE = ("cancel_date", "move_date", "restore_date")
SUBMIT, PUBLISH = {"action-submit": "1"}, {"action-publish": "1"}


@pytest.fixture
def own(db: None) -> Place:
    return make_place("Korsør")


@pytest.fixture
def foreign(db: None) -> Place:
    return make_place("Skælskør")


def at_work(role: Role, place: Place, **fields: object) -> Client:
    client = Client()
    client.force_login(responsible(role, place, **fields))
    return client


def name_of(model: type, view: str) -> str:
    return f"wagtailsnippets_catalogue_{model._meta.model_name}:{view}"


def address(view: str, entry: Activity | Organisation | Venue, *more: object) -> str:
    return reverse(name_of(type(entry), view), args=[entry.pk, *more])


def addresses(entry: Activity | Organisation | Venue) -> dict[str, str]:
    """Every address that names the entry."""
    revision = entry.latest_revision.pk
    more = {
        "revisions_view": [revision],
        "revisions_revert": [revision],
        "revisions_unschedule": [revision],
        "revisions_compare": ["earliest", "latest"],
        "workflow_action": ["approve", 1],
        "collect_workflow_action_data": ["approve", 1],
        "workflow_preview": [1],
        "workflow_history_detail": [1],
        **dict.fromkeys(OF_A_DATE, ["2026-11-30T1000"]),
    }
    patterns = [pattern for pattern in type(entry).snippet_viewset.get_urlpatterns() if "pk" in str(pattern.pattern)]
    assert len(patterns) > 15
    return {pattern.name: address(pattern.name, entry, *more.get(pattern.name, [])) for pattern in patterns}


def is_denied(response) -> bool:
    return response.status_code == 302 and response.url == "/admin/"


@pytest.mark.parametrize("model", [Activity, Organisation, Venue])
@pytest.mark.parametrize("role", SCOPED)
def test_no_address_of_a_foreign_entry_opens(own: Place, foreign: Place, role: Role, model: type):
    client = at_work(role, own)
    for view, path in addresses(foreign.of(model)).items():
        for ask in (client.get, client.post):
            assert is_denied(ask(path)), (view, ask)


@pytest.mark.parametrize("role", SCOPED)
def test_own_entries_open(own: Place, foreign: Place, role: Role):
    client = at_work(role, own)
    for model in THEIRS[role]:
        for view in ("edit", "history", "usage", "revisions_view", "revisions_compare", "workflow_history"):
            path = addresses(own.of(model))[view]
            assert client.get(path).status_code == 200, path


def test_nobody_of_them_deletes(own: Place):
    for role in SCOPED:
        assert is_denied(at_work(role, own).post(address("delete", own.activity)))
    assert Activity.objects.filter(pk=own.activity.pk).exists()


@pytest.mark.parametrize("model", [Activity, Organisation, Venue])
@pytest.mark.parametrize("role", SCOPED)
def test_a_list_shows_ones_own(own: Place, foreign: Place, role: Role, model: type):
    client = at_work(role, own)
    for view in ("list", "list_results"):
        response = client.get(reverse(name_of(model, view)))
        if model in THEIRS[role]:
            assert [row.pk for row in response.context["table"].data] == [own.of(model).pk]
        else:
            assert is_denied(response)
    if model in THEIRS[role]:
        searched = client.get(reverse(name_of(model, "list_results")), {"q": "Skælskør"})
        assert not list(searched.context["table"].data)
        taken_home = client.get(reverse(name_of(model, "list")), {"export": "csv"}).getvalue().decode()
        assert own.of(model).slug in taken_home and "Skælskør" not in taken_home


@pytest.mark.parametrize("role", SCOPED)
def test_without_responsibility_there_is_nothing_to_see(own: Place, foreign: Place, role: Role):
    client = Client()
    client.force_login(responsible(role, own))
    Responsibility.objects.all().delete()
    for model in (Activity, Organisation, Venue):
        assert is_denied(client.get(reverse(name_of(model, "list"))))
        assert is_denied(client.get(reverse(name_of(model, "add"))))
        assert is_denied(client.get(address("edit", own.of(model))))


@pytest.mark.parametrize("role", SCOPED)
def test_a_list_costs_the_same_number_of_queries_at_any_size(own: Place, role: Role):
    client, counts = at_work(role, own), []
    client.get(reverse(name_of(Activity, "list")))
    for more in (1, 5, 20):
        for _ in range(more):
            ActivityFactory(organisation=own.organisation, venue=own.venue)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(name_of(Activity, "list_results")))
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2], counts
    assert counts[0] <= 25


def test_an_area_holds_what_lies_in_its_parts(own: Place):
    assert own.activity.areas.get() != own.area
    assert at_work(Role.LOCAL_EDITOR, own).get(address("edit", own.activity)).status_code == 200


def test_an_organisation_that_works_elsewhere_too_is_not_the_local_editors(own: Place, foreign: Place):
    foreign.activity.organisation = own.organisation
    foreign.activity.save()
    assert is_denied(at_work(Role.LOCAL_EDITOR, own).get(address("edit", own.organisation)))


@pytest.mark.parametrize(
    ("role", "trusted", "publishes"),
    [
        (Role.LOCAL_EDITOR, False, True),
        (Role.CENTRE_STAFF, False, True),
        (Role.ASSOCIATION, False, False),
        (Role.ASSOCIATION, True, True),
    ],
)
def test_who_publishes_a_new_activity(own: Place, role: Role, trusted: bool, publishes: bool):
    client = at_work(role, own, trusted=trusted)
    page = client.get(reverse(name_of(Activity, "add"))).content.decode()
    assert ('name="action-publish"' in page) is publishes
    data = typed.activity(title="Nyt kor", organisation=own.organisation, venue=own.venue)
    client.post(reverse(name_of(Activity, "add")), data | PUBLISH)
    made = Activity.objects.filter(title="Nyt kor")
    assert [activity.live for activity in made] == [publishes]


@pytest.mark.parametrize("trusted", [False, True])
def test_an_association_changes_what_is_public_only_when_trusted(own: Place, trusted: bool):
    client = at_work(Role.ASSOCIATION, own, trusted=trusted)
    data = typed.activity(title="Omdøbt", slug=own.activity.slug, organisation=own.organisation, venue=own.venue)
    client.post(address("edit", own.activity), data | PUBLISH)
    own.activity.refresh_from_db()
    assert own.activity.title == ("Omdøbt" if trusted else "Kor i Korsør")
    client.post(address("unpublish", own.activity))
    own.activity.refresh_from_db()
    assert own.activity.live is not trusted


@pytest.mark.parametrize("role", SCOPED)
@pytest.mark.parametrize("action", [{}, SUBMIT, PUBLISH])
def test_an_entry_cannot_be_made_for_others_or_handed_to_them(own: Place, foreign: Place, role: Role, action: dict):
    client = at_work(role, own, trusted=True)
    theirs = {"organisation": foreign.organisation, "venue": foreign.venue, "areas": [foreign.venue.area_id]}
    response = client.post(reverse(name_of(Activity, "add")), typed.activity(title="Indbrud", **theirs) | action)
    assert "som du har ansvar for" in response.content.decode()
    client.post(address("edit", own.activity), typed.activity(title="Indbrud", **theirs) | action)
    assert not Activity.objects.filter(title="Indbrud").exists()
    assert not Revision.objects.filter(content__title="Indbrud").exists()


def test_a_trusted_organisation_lends_no_trust_to_another(own: Place, foreign: Place):
    user = responsible(Role.ASSOCIATION, own, trusted=True)
    user.responsibilities.create(organisation=foreign.organisation)
    client = Client()
    client.force_login(user)
    data = typed.activity(title="Lånt", organisation=foreign.organisation, venue=own.venue)
    response = client.post(reverse(name_of(Activity, "add")), data | PUBLISH)
    assert "Send det til godkendelse" in response.content.decode()
    assert not Activity.objects.filter(title="Lånt", live=True).exists()
    client.post(reverse(name_of(Activity, "add")), data | SUBMIT)
    assert Activity.objects.get(title="Lånt").workflow_in_progress


def test_what_an_association_submits_goes_to_the_editor_of_the_area(own: Place, foreign: Place):
    at_work(Role.ASSOCIATION, own).post(
        address("edit", own.activity),
        typed.activity(title="Nyt navn", slug=own.activity.slug, organisation=own.organisation, venue=own.venue)
        | SUBMIT,
    )
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    here, elsewhere = at_work(Role.LOCAL_EDITOR, own), at_work(Role.LOCAL_EDITOR, foreign)
    everywhere = at_work(Role.EDITOR, own)
    waiting = reverse("godkendelser:index")
    assert "Nyt navn" not in elsewhere.get(waiting).content.decode()
    for client in (here, everywhere):
        assert "Nyt navn" in client.get(waiting).content.decode()
    approve = address("workflow_action", own.activity, "approve", state.pk)
    assert is_denied(elsewhere.post(approve))
    assert here.get(address("workflow_preview", own.activity, state.task.pk)).status_code == 200
    here.post(approve)
    own.activity.refresh_from_db()
    assert own.activity.title == "Nyt navn"


def test_nobody_approves_one_entry_at_the_address_of_another(own: Place, foreign: Place):
    for place in (own, foreign):
        place.activity.get_workflow().start(place.activity, user=None)
    theirs = TaskState.objects.for_instance(foreign.activity).get()
    client = at_work(Role.LOCAL_EDITOR, own)
    for view in ("workflow_action", "collect_workflow_action_data"):
        assert client.post(address(view, own.activity, "approve", theirs.pk), {"comment": ""}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.status == TaskState.STATUS_IN_PROGRESS


def test_revisions_of_another_entry_do_not_open_at_the_address_of_ones_own(own: Place, foreign: Place):
    client = at_work(Role.LOCAL_EDITOR, own)
    theirs = foreign.activity.latest_revision.pk
    for view in ("revisions_view", "revisions_revert", "revisions_unschedule"):
        assert client.get(address(view, own.activity, theirs)).status_code == 404, view
    assert client.get(address("revisions_compare", own.activity, "earliest", theirs)).status_code == 404


def test_a_guessed_number_that_is_none_finds_nothing(own: Place):
    guessed = address("revisions_compare", own.activity, "earliest", "latest")
    client = at_work(Role.LOCAL_EDITOR, own)
    assert client.get(guessed.replace(f"/{own.activity.pk}/", "/x/")).status_code == 404
    assert client.get(guessed.replace(f"/{own.activity.pk}/", "/0/")).status_code == 404


def test_ticked_entries_must_all_be_ones_own(own: Place, foreign: Place):
    path = reverse("wagtail_bulk_action", args=["catalogue", "activity", "delete"])
    client = at_work(Role.LOCAL_EDITOR, own)
    for ticked in ([own.activity.pk, foreign.activity.pk], ["all"], ["x"], []):
        assert is_denied(client.get(path, {"id": ticked})), ticked
        assert is_denied(client.post(f"{path}?id={'&id='.join(map(str, ticked))}"))
    assert client.get(path, {"id": own.activity.pk}).status_code == 200
    client.post(f"{path}?id={own.activity.pk}")
    assert Activity.objects.count() == 2


@pytest.mark.parametrize("role", SCOPED)
def test_choosers_show_what_is_public_and_ones_own(own: Place, foreign: Place, role: Role):
    client = at_work(role, own)
    foreign.venue.unpublish()
    foreign.organisation.unpublish()
    for model, hidden in ((Venue, foreign.venue), (Organisation, foreign.organisation)):
        space = f"wagtailsnippetchoosers_catalogue_{model._meta.model_name}"
        for view in ("choose", "choose_results"):
            page = client.get(reverse(f"{space}:{view}")).content.decode()
            assert "Korsør" in page.replace("\\u00f8", "ø")
            assert "Skælskør" not in page.replace("\\u00e6", "æ").replace("\\u00f8", "ø")
        assert client.get(reverse(f"{space}:chosen", args=[own.of(model).pk])).status_code == 200
        assert client.get(reverse(f"{space}:chosen", args=[hidden.pk])).status_code == 404
        many = client.get(reverse(f"{space}:chosen_multiple"), {"id": [own.of(model).pk, hidden.pk, "x"]}).json()
        assert [chosen["id"] for chosen in many["result"]] == [str(own.of(model).pk)]


def test_an_association_chooses_among_its_own_organisations(own: Place, foreign: Place):
    client = at_work(Role.ASSOCIATION, own)
    path = reverse("wagtailsnippetchoosers_catalogue_organisation:chosen", args=[foreign.organisation.pk])
    assert client.get(path).status_code == 404


def test_an_address_without_a_rule_stops_the_portal(monkeypatch: pytest.MonkeyPatch):
    def with_a_new_one(self: object) -> list[URLPattern]:
        return [route("ny/", lambda request: None, name="ny")]

    monkeypatch.setattr(guard.SnippetViewSet, "get_urlpatterns", with_a_new_one)
    with pytest.raises(ImproperlyConfigured, match="ny"):
        ActivityViewSet().get_urlpatterns()
