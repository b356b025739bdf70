"""`manage.py purge_claims`: forget who said that an organisation was theirs."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.claims.actions import purge_claims


class Command(BaseCommand):
    help = "Delete claims that nobody has answered for 90 days, and those answered long ago."

    def handle(self, *args: Any, **options: Any) -> None:
        purged = purge_claims(now=timezone.now())
        self.stdout.write(f"Deleted {purged.unanswered} unanswered and {purged.answered} answered claims.")
