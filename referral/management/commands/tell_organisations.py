"""manage.py tell_organisations: write to those that somebody has been referred to, and that have not been told."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...actions.tell_organisations import tell_organisations


class Command(BaseCommand):
    """Run by the clock: it sends what could not be sent when the referral was made."""

    help = "Write to the organisations of new referrals that have not been told."

    def handle(self, *args: Any, **options: Any) -> None:
        told = tell_organisations(now=timezone.now())
        self.stdout.write(f"{told.sent} sent, {told.refused} refused")
        if told.without_address:
            self.stderr.write("No mail address: " + ", ".join(sorted(set(told.without_address))))
        if told.away:
            raise CommandError("The mail server does not answer.")
