"""Deletes the slips that nobody can open any more."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...actions.purge_slips import purge_slips


class Command(BaseCommand):
    help = "Sletter sedler, der er udløbet eller trukket tilbage for mere end 30 dage siden. Kør den hver dag."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Slettede {purge_slips(now=timezone.now())} sedler.")
