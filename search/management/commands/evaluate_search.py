"""`manage.py evaluate_search FILE`: how good the answers are, by judged queries."""

from __future__ import annotations

import datetime
import json
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.engines import EngineUnavailable
from search.evaluation.answerers import by_engine, by_wagtail
from search.evaluation.engines import engine_as_of, engine_named
from search.evaluation.judged import JudgedQuery, read_judged
from search.evaluation.printing import run_lines, table
from search.evaluation.report import Report, evaluate

PEER = "wagtail"


class Command(BaseCommand):
    help = "Måler søgningens kvalitet med bedømte forespørgsler."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FIL", help="bedømte forespørgsler (JSON)")
        parser.add_argument(
            "--engine", metavar="MOTOR", help=f"tantivy, elasticsearch, database, en adresse, eller {PEER}"
        )
        parser.add_argument("--json", action="store_true", help="skriv tallene som JSON")
        parser.add_argument("--run", type=Path, metavar="UD", help="skriv svarene som et TREC-run i denne fil")
        parser.add_argument(
            "--today",
            type=datetime.date.fromisoformat,
            metavar="DATO",
            help="mål i et eget, midlertidigt indeks, hvor datoerne står, som de gjorde den dag",
        )

    def handle(self, *args: Any, file: Path, engine: str | None, run: Path | None, **options: Any) -> None:
        try:
            queries = read_judged(file)
            report = self._evaluate(queries, engine, options["today"])
        except (OSError, ValueError, ImproperlyConfigured) as error:
            raise CommandError(str(error)) from error
        except EngineUnavailable as error:
            raise CommandError(_("Søgemotoren svarer ikke: %(error)s") % {"error": error}) from error
        if run:
            run.write_text("\n".join(run_lines(report.answers.items(), engine or "default")) + "\n", encoding="utf-8")
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), indent=2))
        else:
            for line in table(report):
                self.stdout.write(line)

    def _evaluate(self, queries: list[JudgedQuery], name: str | None, today: datetime.date | None) -> Report:
        if name == PEER:
            return evaluate(queries, by_wagtail())
        with ExitStack() as stack:
            chosen = stack.enter_context(engine_as_of(today, name)) if today else engine_named(name)
            return evaluate(queries, by_engine(chosen))
