"""The workflow that a new database begins with."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow

from catalogue.actions.set_up_approval import set_up_approval
from catalogue.models import Activity, Organisation, PublisherApprovalTask, Venue
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


def test_there_is_one_workflow_and_it_is_made_once():
    workflow = Workflow.objects.get()
    assert workflow.name == "Godkendelse"
    assert set_up_approval() is None
    assert Workflow.objects.count() == 1


def test_it_is_the_workflow_of_every_kind_of_entry_and_whoever_publishes_approves():
    workflow = Workflow.objects.get()
    assert {model.get_default_workflow() for model in (Activity, Organisation, Venue)} == {workflow}
    assert [task.specific for task in workflow.tasks] == list(PublisherApprovalTask.objects.all())
    assert not GroupApprovalTask.objects.exists()


def test_the_task_of_an_earlier_version_is_replaced_when_nothing_waits_for_it():
    workflow = Workflow.objects.get()
    earlier = GroupApprovalTask.objects.create(name="Godkendelse")
    workflow.workflow_tasks.update(task=earlier)
    activity = ActivityFactory()
    activity.save_revision()
    state = workflow.start(activity, user=None)
    set_up_approval()
    assert workflow.tasks.get().specific == earlier
    state.cancel()
    set_up_approval()
    assert workflow.tasks.get().specific == PublisherApprovalTask.objects.get()


def test_wagtails_own_groups_stay_where_somebody_is_in_them():
    Workflow.objects.all().delete()
    group = Group.objects.create(name="Editors")
    Group.objects.create(name="Moderators")
    group.user_set.create(email="gammel@portal.example")
    set_up_approval()
    assert list(Group.objects.filter(name__in=["Editors", "Moderators"])) == [group]
