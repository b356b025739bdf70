"""`manage.py maintenance on|off`: close the portal for a while, with a page that helps, and open it again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from portal.maintenance.closing import close, reopen


class Command(BaseCommand):
    help = "Lets every address answer 503 with a Danish page that has the phone number, and opens again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["on", "off"])
        parser.add_argument("--minutes", type=int, help="how long it takes; the page then says when to try again")

    def handle(self, *args: Any, action: str, minutes: int | None, **options: Any) -> None:
        if action == "off":
            self.stdout.write("The portal is open." if reopen() else "The portal was open already.")
            return
        page = close(timezone.now() + timedelta(minutes=minutes) if minutes else None)
        self.stdout.write(f"Closed: every address answers with {page}. Open again: manage.py maintenance off")
