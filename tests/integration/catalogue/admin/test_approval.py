"""One writes, another approves."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from catalogue.models import Activity, Organisation
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, OrganisationFactory, ResponsibilityFactory

from . import typed

SUBMIT, PUBLISH = {"action-submit": "1"}, {"action-publish": "1"}


def address(name: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_catalogue_activity:{name}", args=args)


def at_work(role: Role) -> Client:
    """A browser in which somebody of this role is signed in."""
    client = Client()
    client.force_login(user_with(role))
    return client


@pytest.fixture
def organisation(db: None) -> Organisation:
    return OrganisationFactory(name="Foreningen")


@pytest.fixture
def writer(organisation: Organisation) -> Client:
    """Somebody of an association that is not trusted to publish."""
    user = user_with(Role.ASSOCIATION)
    ResponsibilityFactory(user=user, organisation=organisation)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db: None) -> Client:
    return at_work(Role.EDITOR)


@pytest.fixture
def submitted(writer: Client, organisation: Organisation) -> Activity:
    writer.post(address("add"), typed.activity(organisation=organisation) | SUBMIT)
    return Activity.objects.get()


def decide(client: Client, activity: Activity, action: str, comment: str = "") -> int:
    state = activity.current_workflow_task_state
    response = client.post(address("workflow_action", activity.pk, action, state.pk), {"comment": comment})
    activity.refresh_from_db()
    return response.status_code


def test_a_writer_cannot_publish(writer: Client, organisation: Organisation):
    writer.post(address("add"), typed.activity(organisation=organisation) | PUBLISH)
    assert not Activity.objects.filter(live=True).exists()


def test_what_was_submitted_is_published_when_an_editor_approves(submitted: Activity, editor: Client):
    assert submitted.workflow_in_progress
    assert not submitted.live
    decide(editor, submitted, "approve")
    assert submitted.live
    assert not submitted.workflow_in_progress


def test_the_editor_finds_the_request_on_the_front_page(submitted: Activity, editor: Client):
    assert reverse("godkendelser:index") in editor.get("/admin/").content.decode()
    assert submitted.title in editor.get(reverse("godkendelser:index")).content.decode()


def test_a_writer_cannot_approve(submitted: Activity, writer: Client):
    decide(writer, submitted, "approve")
    assert not submitted.live


def test_what_was_sent_back_can_be_mended_and_submitted_again(submitted: Activity, writer: Client, editor: Client):
    decide(editor, submitted, "reject", "Skriv, hvor man mødes.")
    assert "Skriv, hvor man mødes." in writer.get(address("edit", submitted.pk)).content.decode()
    mended = typed.activity(organisation=submitted.organisation, description="Ved kirken.")
    writer.post(address("edit", submitted.pk), mended | SUBMIT)
    submitted.refresh_from_db()
    decide(editor, submitted, "approve")
    assert submitted.live
    assert submitted.description == "Ved kirken."


def test_an_entry_that_lacks_something_is_not_submitted(writer: Client, organisation: Organisation):
    response = writer.post(address("add"), typed.activity(organisation=organisation, areas=[]) | SUBMIT)
    assert response.status_code == 200
    assert not Activity.objects.exists()


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.CENTRE_STAFF, Role.LOCAL_EDITOR])
def test_those_who_are_responsible_for_nothing_change_nothing(db: None, role: Role):
    activity = ActivityFactory()
    client = at_work(role)
    for path in (address("list"), address("add"), address("edit", activity.pk), address("delete", activity.pk)):
        assert client.get(path).status_code == 302
        assert client.post(path, typed.activity(title="Nej")).status_code == 302
    assert Activity.objects.get().title == activity.title


def test_every_step_of_the_workflow_can_be_looked_at(submitted: Activity, editor: Client):
    state = submitted.current_workflow_state
    for path in (
        address("workflow_history", submitted.pk),
        address("workflow_history_detail", submitted.pk, state.pk),
        address("confirm_workflow_cancellation", submitted.pk),
        "/admin/reports/workflow/",
        "/admin/reports/workflow_tasks/",
    ):
        assert editor.get(path).status_code == 200, path
