"""`manage.py send_letters`: send the mails that the mail server did not take the first time."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from home.letters.actions import send_letters


class Command(BaseCommand):
    help = "Send the answers that wait because the mail server was down; give up those older than 14 days."

    def handle(self, *args: Any, **options: Any) -> None:
        done = send_letters(now=timezone.now())
        self.stdout.write(f"Sent {done.sent}, {done.waiting} still wait, gave up {done.given_up}.")
