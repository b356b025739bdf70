"""The vocabularies of the exchange format: a list of terms, each a text or an object with synonyms and English."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from . import values
from .entries import TermEntry
from .entry import EntryReader
from .problems import Invalid, Origin, Report

TERM = values.text(100, required=True)


def read_term(raw: Any, origin: Origin, report: Report) -> TermEntry | None:
    if isinstance(raw, dict):
        entry = EntryReader(raw, origin, report)
        name = entry.need("name", TERM, "")
        synonyms = entry.many("synonyms", TERM)
        english = entry.take("english", values.text(100), "")
        entry.finish()
        return TermEntry(origin, name, tuple(synonyms), english)
    if not isinstance(raw, str):
        report.problem(origin, "", _("Her skal stå en tekst, ikke %(kind)s.") % {"kind": values.kind_of(raw)})
        return None
    try:
        return TermEntry(origin, TERM(raw), None)
    except Invalid as error:
        report.problem(origin, "", error.message)
        return None
