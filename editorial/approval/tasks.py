"""What has been given a time is published or taken down: a task, for portals that let a worker run by the clock."""

from __future__ import annotations

from django.core.management import call_command
from django_tasks import task


@task()
def publish_scheduled() -> None:
    """The same as `manage.py publish_scheduled`; run twice, it does nothing the second time."""
    call_command("publish_scheduled", verbosity=0)
