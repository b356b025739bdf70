"""`manage.py purge_reports`: erase what readers wrote about themselves when nobody needs it any more."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.actions.purge_reports import purge_reports


class Command(BaseCommand):
    help = "Erase contacts of reports older than 90 days, and delete reports a year after they were handled."

    def handle(self, *args: Any, **options: Any) -> None:
        purged = purge_reports(now=timezone.now())
        self.stdout.write(f"Erased {purged.contacts} contacts, deleted {purged.reports} reports.")
