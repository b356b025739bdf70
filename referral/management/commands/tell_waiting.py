"""manage.py tell_waiting: where there may be room, write to the owner of whoever has waited longest."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...actions.free_places import give_on_all


class Command(BaseCommand):
    """Run by the clock: it sees numbers of places that were raised by editors and imports."""

    help = "Write to the owners of those who are next on a waiting list, once for each place that is freed or added."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{give_on_all(now=timezone.now())} told")
