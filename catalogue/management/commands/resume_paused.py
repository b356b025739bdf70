"""`manage.py resume_paused`: let activities go on whose pause has run out; once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from catalogue.actions.resume_entry import resume_when_due
from catalogue.models import Activity


class Command(BaseCommand):
    help = "Let activities go on that were on pause until yesterday or earlier."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say which they are.")

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        resumed = 0
        for entry in Activity.objects.due_to_resume(today).order_by("pk"):
            if options["dry_run"] or resume_when_due(pk=entry.pk, today=today):
                self.stdout.write(f"{entry.title} (pause until {entry.paused_until})")
                resumed += 1
        self.stdout.write(f"{'Would resume' if options['dry_run'] else 'Resumed'} {resumed}.")
