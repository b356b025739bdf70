"""`manage.py purge_suggestions`: forget what people suggested when it has long been answered."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.suggestions.actions.purge_suggestions import purge_suggestions


class Command(BaseCommand):
    help = "Erase mail addresses of suggestions older than 90 days, and delete suggestions long answered."

    def handle(self, *args: Any, **options: Any) -> None:
        purged = purge_suggestions(now=timezone.now())
        self.stdout.write(f"Erased {purged.contacts} mail addresses, deleted {purged.suggestions} suggestions.")
