"""Writes to owners and coordinators about late referrals."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...actions.mail_overdue import mail_overdue
from .forget import NOBODY


class Command(BaseCommand):
    help = "Skriver til dem, der har forsinkede henvisninger, højst én gang om ugen. Kør den hver mandag."

    def handle(self, *args: Any, **options: Any) -> None:
        written = mail_overdue(now=timezone.now())
        self.stdout.write(f"Sendte {written.sent} mails; {written.refused} blev afvist.")
        if written.alone:
            self.stderr.write(f"{written.alone} er forsinkede. {NOBODY}")
        if written.away:
            raise CommandError("Mailserveren svarer ikke. Kør kommandoen igen senere.")
