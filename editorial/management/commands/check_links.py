"""`manage.py check_links`: ask whether the addresses that the portal leads to still work."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.links.actions.check_links import MOST_IN_A_RUN, check_links
from editorial.links.actions.collect_links import collect_links
from editorial.links.tasks import check_some_links


class Command(BaseCommand):
    help = "Collect the outgoing links of published entries and pages, and ask those whose turn it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--most", type=int, default=MOST_IN_A_RUN, help="how many to ask in this run at most")
        parser.add_argument("--background", action="store_true", help="leave it to the worker, and return at once")
        parser.add_argument("--collect-only", action="store_true", help="ask nobody")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["background"]:
            check_some_links.enqueue(options["most"])
            self.stdout.write("Left to the worker.")
            return
        found = collect_links()
        self.stdout.write(f"{found.links} links, {found.new} new, {found.gone} gone.")
        if not options["collect_only"]:
            counts = check_links(now=timezone.now(), most=options["most"])
            asked = ", ".join(f"{result.name.lower()} {count}" for result, count in sorted(counts.items()))
            self.stdout.write(f"Asked {counts.total()}: {asked or 'none'}.")
