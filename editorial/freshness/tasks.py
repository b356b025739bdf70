"""The ladder and its letters as tasks: in this process, or by a worker where `TASKS` names one."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from ..models import FreshnessLetter
from .actions.send import send_letters
from .ladder import run


@task()
def keep_fresh() -> dict[str, int]:
    """One run of the ladder; returns how many of each step."""
    done = run(timezone.now())
    return {"asked": done.asked, "reminded": done.reminded, "hidden": done.hidden, "sent": done.posted.sent}


@task()
def send_letter(pk: int) -> int:
    """Send one letter that waits; what cannot be sent now goes with the next run."""
    return send_letters(now=timezone.now(), letters=FreshnessLetter.objects.filter(pk=pk)).sent
