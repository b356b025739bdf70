"""Checking in the background, by a worker where `TASKS` names one."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from .actions.check_links import MOST_IN_A_RUN, check_links
from .actions.collect_links import collect_links


@task()
def check_some_links(most: int = MOST_IN_A_RUN) -> None:
    """One run: what there is, and then those whose turn it is."""
    collect_links()
    check_links(now=timezone.now(), most=most)
