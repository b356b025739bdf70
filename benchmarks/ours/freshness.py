"""The freshness run over a whole catalogue, beside a plain loop that writes one mail after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils import timezone

from catalogue.freshness import periods
from catalogue.models import Activity, Organisation
from editorial.freshness.due import due_by
from editorial.freshness.ladder import run
from editorial.models import FreshnessRound

NOWHERE = "django.core.mail.backends.dummy.EmailBackend"


def measured(rounds: int) -> dict[str, Any]:
    """Seconds and SQL queries of the first run, of one with nothing to do, and of the plain loop; the best of each.

    All of the catalogue is due, and every organisation has an address. The mails go nowhere: what a mail server takes
    is its own.
    """
    settings.EMAIL_BACKEND = NOWHERE
    Organisation.objects.update(email=Concat(F("slug"), Value("@forening.example")))
    now = timezone.now()
    Activity.objects.update(verified_on=timezone.localdate(now) - periods().letter - timedelta(days=1))
    found: dict[str, list[dict[str, Any]]] = {"first": [], "again": [], "loop": []}
    for _ in range(rounds):
        FreshnessRound.objects.all().delete()
        found["loop"].append(_timed(lambda: _loop(now)))
        found["first"].append(_timed(lambda: run(now).posted.sent))
        found["again"].append(_timed(lambda: run(now).posted.sent))
    best = {name: min(times, key=lambda one: one["seconds"]) for name, times in found.items()}
    return {**best, "ratio": round(best["first"]["seconds"] / best["loop"]["seconds"], 2)}


def _loop(now: datetime) -> int:
    """What one would write first: a question and a mail for each organisation, and no memory of it."""
    due = due_by(timezone.localdate(now) - periods().letter, now)
    sent = 0
    for organisation in Organisation.objects.exclude(email="").iterator():
        entries = organisation.activities.published().filter(due).select_related("venue").prefetch_related("schedules")
        lines = [f"{entry.title}\n{entry.schedule_text}\n{entry.verified_on}" for entry in entries]
        if lines:
            sent += EmailMessage("Passer det stadig?", "\n\n".join(lines), to=[organisation.email]).send()
    return sent


def _timed(call: Callable[[], int]) -> dict[str, Any]:
    queries = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    began = time.perf_counter()
    with connection.execute_wrapper(count):
        sent = call()
    return {"seconds": round(time.perf_counter() - began, 3), "sql": queries, "mails": sent}
