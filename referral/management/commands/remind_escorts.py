"""manage.py remind_escorts: write to those who go along with somebody tomorrow."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...actions.tell_escort import remind_escorts


class Command(BaseCommand):
    """Run by the clock, by day; what the mail server does not take goes with `send_letters`."""

    help = "Remind those who have said yes to go along with somebody tomorrow; once each, from 8 o'clock."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{remind_escorts(now=timezone.now())} reminded")
