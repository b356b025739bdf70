"""Writes what is encrypted anew with the newest of REFERRAL_KEYS."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...actions.rotate_keys import rotate_keys
from ...secrecy import Unreadable


class Command(BaseCommand):
    help = "Skriver alt krypteret om med den første nøgle i REFERRAL_KEYS. Bagefter kan de gamle nøgler fjernes."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            changed = rotate_keys()
        except Unreadable as error:
            raise CommandError("En nøgle mangler i REFERRAL_KEYS. Sæt den gamle nøgle bagest, og prøv igen.") from error
        self.stdout.write(f"Skrev {changed} felter om. De gamle nøgler kan fjernes nu.")
