"""The workflow by which editors approve what others write."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowPage, WorkflowState, WorkflowTask

from ..models import Activity, Organisation, PublisherApprovalTask, Venue

NAME = "Godkendelse"
WAGTAILS_GROUPS = ("Moderators", "Editors")


@transaction.atomic
def set_up_approval() -> Workflow | None:
    """Makes the workflow and gives it to entries and pages; None, and nothing changed, when it was made before.

    It stands in for the workflow and the two groups that a new Wagtail begins with, which go where nobody uses them.
    """
    made_before = Workflow.objects.filter(name=NAME).first()
    if made_before:
        _ask_those_who_publish(made_before)
        return None
    task = PublisherApprovalTask.objects.create(name=NAME, active=True)
    workflow = Workflow.objects.create(name=NAME, active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for model in (Activity, Organisation, Venue):
        content_type = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})
    _retire_defaults(workflow)
    return workflow


def _ask_those_who_publish(workflow: Workflow) -> None:
    """Puts the task of today in the place of the one of earlier versions, when nothing waits for that one."""
    earlier = WorkflowTask.objects.filter(workflow=workflow, task__in=GroupApprovalTask.objects.filter(name=NAME))
    waiting = workflow.workflow_states.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    if earlier.exists() and not waiting.exists():
        earlier.update(task=PublisherApprovalTask.objects.get_or_create(name=NAME, active=True)[0])


def _retire_defaults(workflow: Workflow) -> None:
    defaults = Workflow.objects.filter(name=f"{WAGTAILS_GROUPS[0]} approval", workflow_states=None)
    WorkflowPage.objects.filter(workflow__in=defaults).update(workflow=workflow)
    tasks = GroupApprovalTask.objects.filter(workflow_tasks__workflow__in=defaults)
    GroupApprovalTask.objects.filter(pk__in=list(tasks.values_list("pk", flat=True))).delete()
    defaults.delete()
    Group.objects.filter(name__in=WAGTAILS_GROUPS, user=None).delete()
