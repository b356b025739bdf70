"""`manage.py search "gåtur i korsør"`: what the results page would say, for people who tune it."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.evaluation.engines import engine_named
from search.evaluation.explaining import explain
from search.query import SearchQuery
from search.results import SearchResults
from search.service import ask, search


class Command(BaseCommand):
    help = "Søger som resultatsiden og viser svaret."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", metavar="TEKST", help="det, der søges efter")
        parser.add_argument("--engine", metavar="MOTOR", help="tantivy, elasticsearch, database eller en adresse")
        parser.add_argument("--explain", action="store_true", help="vis, hvad der blev forstået, og hvad der tæller")
        parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")

    def handle(self, *args: Any, text: str, engine: str | None, **options: Any) -> None:
        query = SearchQuery.parse({"q": [text]})
        try:
            results = search(query, engine=engine_named(engine))
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(results), ensure_ascii=False, indent=2))
            return
        for line in _lines(results):
            self.stdout.write(line)
        if options["explain"]:
            for line in explain(ask(query)):
                self.stdout.write(line)


def _lines(results: SearchResults) -> Iterator[str]:
    for correction in results.corrections:
        yield _("Læst som: %(typed)s → %(meant)s") % {"typed": correction.typed, "meant": correction.corrected}
    if results.understood:
        yield _("Forstået som: %(chips)s") % {"chips": " · ".join(chip.label for chip in results.understood)}
    if not results.fits_exactly:
        yield _("Intet passer helt.")
    yield _("%(total)d fundet af %(engine)s") % {"total": results.total, "engine": results.engine}
    for section in results.sections:
        if section.heading:
            yield f"— {section.heading}"
        for hit in section.hits:
            yield f"{hit.score:8.2f}  {hit.item.slug}  ({', '.join(hit.reasons)})"


def _as_json(results: SearchResults) -> dict[str, Any]:
    return {
        "query": results.query.text,
        "engine": results.engine,
        "total": results.total,
        "fits_exactly": results.fits_exactly,
        "understood": [{"kind": chip.kind, "value": chip.value, "label": chip.label} for chip in results.understood],
        "corrections": [{"typed": one.typed, "meant": one.corrected} for one in results.corrections],
        "hits": [
            {"slug": hit.item.slug, "tier": hit.tier, "score": round(hit.score, 4), "reasons": list(hit.reasons)}
            for hit in results.hits
        ],
    }
