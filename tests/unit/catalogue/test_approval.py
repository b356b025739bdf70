"""The workflow that a new database begins with."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow

from catalogue.actions.set_up_approval import set_up_approval
from catalogue.models import Activity, Organisation, Venue

pytestmark = pytest.mark.django_db


def test_there_is_one_workflow_and_it_is_made_once():
    workflow = Workflow.objects.get()
    assert workflow.name == "Godkendelse"
    assert set_up_approval() is None
    assert Workflow.objects.count() == 1


def test_it_is_the_workflow_of_every_kind_of_entry_and_two_groups_approve():
    workflow = Workflow.objects.get()
    assert {model.get_default_workflow() for model in (Activity, Organisation, Venue)} == {workflow}
    approvers = GroupApprovalTask.objects.get().groups.values_list("name", flat=True)
    assert set(approvers) == {"Administratorer", "Redaktører"}


def test_wagtails_own_groups_stay_where_somebody_is_in_them():
    Workflow.objects.all().delete()
    group = Group.objects.create(name="Editors")
    Group.objects.create(name="Moderators")
    group.user_set.create(email="gammel@portal.example")
    set_up_approval()
    assert list(Group.objects.filter(name__in=["Editors", "Moderators"])) == [group]
