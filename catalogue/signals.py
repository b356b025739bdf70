"""After every migration there is a workflow for approval."""

from __future__ import annotations

from typing import Any

from django.db import connections
from wagtail.models import Workflow, WorkflowContentType

from .actions.set_up_approval import set_up_approval
from .models import Activity


def set_up_after_migrating(using: str, **kwargs: Any) -> None:
    needed = {model._meta.db_table for model in (Workflow, WorkflowContentType, Activity)}
    if needed <= set(connections[using].introspection.table_names()):
        set_up_approval()
