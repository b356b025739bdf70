"""What a spreadsheet may be about: activities, organisations or venues; one module for each."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext as _

from ..reading.table import Table, UnreadableFile, known_headings
from .activities import ACTIVITIES
from .base import Subject
from .organisations import ORGANISATIONS
from .venues import VENUES

SUBJECTS: dict[str, Subject] = {str(subject.kind): subject for subject in (ACTIVITIES, ORGANISATIONS, VENUES)}


def subject_of(model: type[Model]) -> Subject:
    return next(subject for subject in SUBJECTS.values() if subject.model is model)


def subject_named(kind: str) -> Subject:
    """That of a kind of import; a place's programme is about activities."""
    return SUBJECTS.get(str(kind), ACTIVITIES)


def refuse_another(chosen: Subject, table: Table) -> None:
    """Raises `UnreadableFile` when the headings are those of another kind than the chosen one."""
    fitting = {subject: len(table.headings & known_headings(subject.columns).keys()) for subject in SUBJECTS.values()}
    best = max(fitting, key=lambda subject: fitting[subject])
    if fitting[best] > fitting[chosen]:
        words = _("Filen ligner et regneark med %(best)s, ikke med %(chosen)s. Vælg %(best)s, og prøv igen.")
        raise UnreadableFile(words % {"best": f"»{best.sheet}«", "chosen": f"»{chosen.sheet}«"})


__all__ = [
    "ACTIVITIES",
    "ORGANISATIONS",
    "SUBJECTS",
    "VENUES",
    "Subject",
    "refuse_another",
    "subject_named",
    "subject_of",
]
