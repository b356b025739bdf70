"""`manage.py evaluate_referral FILE`: how good the finder's proposals are, by judged cases."""

from __future__ import annotations

import datetime
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalogue.recurrence import ZONE
from referral.evaluation import Report, evaluate, read_cases
from referral.finder.propose import Finder
from referral.needs import Needs

NOON = datetime.time(12)


class Command(BaseCommand):
    help = "Måler kvaliteten af forslagene til fagfolk med bedømte eksempler."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FIL", help="bedømte eksempler (JSON)")
        parser.add_argument("--json", action="store_true", help="skriv tallene som JSON")
        parser.add_argument("--run", type=Path, metavar="UD", help="skriv forslagene som et TREC-run i denne fil")
        parser.add_argument(
            "--today", type=datetime.date.fromisoformat, metavar="DATO", help="som datoerne stod den dag (ellers i dag)"
        )

    def handle(self, *args: Any, file: Path, run: Path | None, today: datetime.date | None, **options: Any) -> None:
        now = datetime.datetime.combine(today, NOON, tzinfo=ZONE) if today else timezone.now()

        finder = Finder.at(now)

        def answer(needs: Needs) -> list[tuple[str, float]]:
            return [(one.activity.slug, one.score) for one in finder.propose(needs)]

        try:
            report = evaluate(read_cases(file), answer)
            if run:
                run.write_text(_run(report), encoding="utf-8")
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), indent=2))
        else:
            self._tell(report)

    def _tell(self, report: Report) -> None:
        figures = report.figures
        self.stdout.write(f"{'':8} {'nDCG@6':>7} {'first 3':>8} broken")
        for case in report.cases:
            self.stdout.write(f"{case.id:8} {case.ndcg:7.3f} {case.first_three!s:>8} {' '.join(case.broken) or '–'}")
        self.stdout.write(f"{'all':8} {figures.ndcg:7.3f} {figures.first_three:8.3f} {figures.violating:.3f}")


def _run(report: Report) -> str:
    """Lines of `case Q0 slug rank score name`, as trec_eval reads them."""
    return "".join(
        f"{case.id} Q0 {slug} {rank} {score:.6f} referral\n"
        for case in report.cases
        for rank, (slug, score) in enumerate(case.proposed, 1)
    )
