"""`manage.py import_catalogue FILE…`: read files of the exchange format into the catalogue, everything or nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from catalogue.actions.import_catalogue import ImportRefused, ImportResult, import_catalogue
from catalogue.importing.problems import Problem


class Command(BaseCommand):
    help = "Læser aktiviteter, arrangører, steder og områder fra JSON-filer. Enten kommer alt med, eller intet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FIL", help="en eller flere JSON-filer")
        parser.add_argument(
            "--dry-run", action="store_true", help="tjek filerne og sig, hvad der ville ske; skriv intet"
        )
        parser.add_argument("--by", metavar="MAIL", help="den bruger, som ændringerne skrives på i historikken")

    def handle(self, *args: Any, files: list[Path], dry_run: bool, by: str | None, **options: Any) -> None:
        try:
            result = import_catalogue(
                paths=files,
                by=self._user(by),
                dry_run=dry_run,
                progress=self._progress if options["verbosity"] else lambda items, label: items,
            )
        except ImportRefused as refused:
            self._tell(refused.report.problems)
            raise CommandError(_refusal(len(refused.report.problems))) from refused
        except DatabaseError as error:
            message = _("Databasen tog ikke imod indholdet: %(error)s Intet er ændret.")
            raise CommandError(message % {"error": error}) from error
        self._tell(result.report.notes)
        if options["verbosity"]:
            self._summary(result, dry_run=dry_run)

    def _user(self, email: str | None) -> Any:
        if not email:
            return None
        model = get_user_model()
        try:
            return model.objects.get_by_natural_key(email)
        except model.DoesNotExist as error:
            raise CommandError(_("Der er ingen bruger med mailadressen %(email)s.") % {"email": email}) from error

    def _progress(self, items: Sequence[Any], label: str) -> Iterable[Any]:
        # `disable=None`: a bar for people, silence in logs.
        return tqdm(items, desc=_kind_name(label), unit="", file=self.stderr, disable=None, leave=False)

    def _tell(self, problems: list[Problem]) -> None:
        for problem in problems:
            self.stderr.write(str(problem))

    def _summary(self, result: ImportResult, *, dry_run: bool) -> None:
        for kind, count in result.counts.items():
            if not count:
                continue
            numbers = _("%(new)d nye, %(changed)d ændret, %(unchanged)d uændret") % {
                name: count[name] for name in ("new", "changed", "unchanged")
            }
            self.stdout.write(f"{_kind_name(kind).capitalize()}: {numbers}")
        if dry_run:
            self.stdout.write(_("Det var en prøve. Intet er skrevet."))
        elif result.changes_nothing:
            self.stdout.write(_("Kataloget er, som filerne siger. Intet er ændret."))


def _kind_name(kind: str) -> str:
    return {
        "interests": _("interesser"),
        "target_groups": _("målgrupper"),
        "areas": _("områder"),
        "organisations": _("arrangører"),
        "venues": _("steder"),
        "activities": _("aktiviteter"),
    }[kind]


def _refusal(problems: int) -> str:
    message = ngettext(
        "Der er %(n)d fejl. Ret den, og prøv igen. Intet er ændret.",
        "Der er %(n)d fejl. Ret dem, og prøv igen. Intet er ændret.",
        problems,
    )
    return message % {"n": problems}
