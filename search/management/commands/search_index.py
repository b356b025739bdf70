"""`manage.py search_index rebuild|status|repair`: makes the index, holds it against the database, mends it."""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from tqdm import tqdm

from search.documents import IndexDocument
from search.engines import Engine, EngineUnavailable, get_engine
from search.indexing.comparing import Differences, compare, repair
from search.indexing.rebuilding import mend, rebuild
from search.models import IndexChange

DIFFERENT, UNAVAILABLE = 1, 2
EXAMPLES = 5


class Command(BaseCommand):
    """Exit codes: 0 all is well, 1 index and database differ (`status`), 2 the engine cannot be used."""

    help = _("Bygger søgeindekset, holder det op mod databasen og retter det.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="rebuild|status|repair")
        for name, words in (
            ("rebuild", _("Byg hele indekset forfra. Søgningen virker imens.")),
            ("status", _("Hold indekset op mod databasen, og ret ingenting.")),
            ("repair", _("Skriv det, der mangler, og ret det, der er forkert.")),
        ):
            action = actions.add_parser(name, help=words, description=words)
            action.add_argument("--engine", default="", help=_("En anden adresse end SEARCH_URL."))
            action.add_argument("--json", action="store_true", help=_("Svar som JSON."))

    def handle(self, *, action: str, engine: str, **options: Any) -> None:
        self.as_json: bool = options["json"]
        self.watched = options["verbosity"] > 0 and not self.as_json and self.stderr.isatty()
        try:
            getattr(self, action)(get_engine(engine or settings.SEARCH_URL))
        except EngineUnavailable as error:
            raise CommandError(
                _("Søgemotoren kan ikke bruges: %(why)s") % {"why": error}, returncode=UNAVAILABLE
            ) from error

    def rebuild(self, engine: Engine) -> None:
        began = time.monotonic()
        count = rebuild(engine=engine, watch=self.watch)
        seconds = round(time.monotonic() - began, 1)
        if self.as_json:
            self.tell({"documents": count, "seconds": seconds})
            return
        self.stdout.write(
            _("Indekset er bygget: %(count)d opslag på %(seconds)s sekunder.") % {"count": count, "seconds": seconds}
        )

    def status(self, engine: Engine) -> None:
        status = engine.status()
        if not status.available:
            raise EngineUnavailable(status.detail)
        waiting = IndexChange.objects.values("kind", "uuid").distinct().count()
        differences = compare(engine=engine, watch=self.watch)
        built = parse_datetime(status.built_at) if status.built_at else None
        if self.as_json:
            self.tell(
                {
                    "engine": status.engine,
                    "documents": status.documents,
                    "generation": status.generation,
                    "built_at": status.built_at,
                    "waiting": waiting,
                    **_plain(differences),
                }
            )
        else:
            names = {"engine": status.engine, "generation": status.generation}
            self.stdout.write(_("Søgemotor: %(engine)s, %(generation)s") % names)
            if built:
                self.stdout.write(_("Bygget: %(when)s") % {"when": date_format(localtime(built), "j. F Y H:i")})
            self.stdout.write(
                _("Opslag: %(held)d i indekset, %(wanted)d i databasen")
                % {"held": status.documents, "wanted": differences.documents}
            )
            self.stdout.write(_("Venter på at blive skrevet: %(count)d") % {"count": waiting})
            self.list(differences)
        if differences.ids:
            raise SystemExit(DIFFERENT)

    def repair(self, engine: Engine) -> None:
        if mend(engine=engine) and not self.as_json:
            self.stdout.write(_("Indekset manglede og er bygget forfra."))
        differences = repair(engine=engine, watch=self.watch)
        if self.as_json:
            self.tell(_plain(differences))
            return
        self.list(differences)
        if differences.ids:
            self.stdout.write(_("Det er rettet."))

    def list(self, differences: Differences) -> None:
        """The differences, each with a few examples."""
        if not differences.ids:
            self.stdout.write(_("Indekset passer med databasen."))
        for words, ids in (
            (_("Mangler i indekset: %(count)d"), differences.missing),
            (_("Overflødige i indekset: %(count)d"), differences.extra),
            (_("Forældede i indekset: %(count)d"), differences.outdated),
        ):
            if ids:
                self.stdout.write(words % {"count": len(ids)})
                for ident in ids[:EXAMPLES]:
                    self.stdout.write(f"  {ident}")

    def watch(self, documents: Iterable[IndexDocument]) -> Iterable[IndexDocument]:
        """A progress bar, where somebody is watching."""
        return tqdm(documents, desc=_("Opslag"), unit="", disable=not self.watched)

    def tell(self, answer: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))


def _plain(differences: Differences) -> dict[str, Any]:
    return {
        "wanted": differences.documents,
        "missing": differences.missing,
        "extra": differences.extra,
        "outdated": differences.outdated,
    }
