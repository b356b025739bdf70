"""`manage.py purge_searches`: forget what people once searched for."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.actions.count_searches import purge_searches


class Command(BaseCommand):
    help = "Forget searches without an answer that are older than SEARCH_LOG_WEEKS, and rare ones after eight weeks."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Forgot {purge_searches(today=timezone.localdate())} searches.")
