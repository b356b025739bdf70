"""What each row of a file would do to the catalogue, and why some do nothing. Writes nothing."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..importing.problems import Invalid
from ..importing.rows.base import Registry, Rows
from ..models import Area, Interest, Organisation, TargetGroup, Venue
from ..models.sheet_import import Outcome
from ..slugs import danish_slug, placeholder
from . import cells
from .column import KEY, VERSION
from .names import Names
from .reading.table import Line
from .rights import Rights
from .row import read_row
from .single_dates import in_words, with_kept
from .subjects import ACTIVITIES, Subject

Told = tuple[str, str]


@dataclass(slots=True)
class PlannedRow:
    """`row` is what there is (a draft for those who write drafts), `values` what of `Rows.want` is new."""

    number: int
    title: str = ""
    outcome: Outcome = Outcome.REFUSED
    slug: str = ""
    publishes: bool = True
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[Told] = field(default_factory=list)
    hints: list[Told] = field(default_factory=list)
    entry: Any = None
    row: Any = None
    values: dict[str, Any] = field(default_factory=dict)
    uids: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        return self.outcome in (Outcome.NEW, Outcome.CHANGED)

    def refuse(self, heading: str, message: str) -> None:
        self.outcome = Outcome.REFUSED
        self.problems.append((heading, message))


@dataclass(slots=True)
class Plan:
    """The rows in the order of the file; `entries` are at hand for the writing."""

    rows: list[PlannedRow]
    entries: Rows

    def count(self, outcome: Outcome) -> int:
        return sum(row.outcome == outcome for row in self.rows)

    def fingerprint(self) -> str:
        """Changes with all that somebody has seen in a trial, and with what the catalogue said then."""
        told = [
            (row.number, row.outcome, row.row.slug if row.row else "", row.publishes, row.changes, row.problems,
             row.row.latest_revision_id if row.row else None)
            for row in self.rows
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def plan_rows(lines: Iterable[Line], *, by: Any, names: Names, subject: Subject = ACTIVITIES) -> Plan:
    """A fixed number of queries for any number of rows, and one or two more for each draft."""
    planner = _Planner(list(lines), by, names, subject)
    return Plan([planner.planned(line) for line in planner.lines], planner.entries)


class _Planner:
    def __init__(self, lines: list[Line], by: Any, names: Names, subject: Subject) -> None:
        self.lines, self.by, self.names, self.subject = lines, by, names, subject
        registry = Registry()
        for model in (Area, Organisation, Venue):
            rows = Area.objects.without_tree_fields() if model is Area else model._default_manager.all()
            registry.load(model, rows)
        for terms in (Interest, TargetGroup):
            for term in terms.objects.all():
                registry.add(terms, term.name.casefold(), term)
        self.registry = registry
        self.entries: Rows = subject.rows(registry)
        self.taken: set[str] = set()
        self.by_uuid: dict[str, str] = {}
        self.by_identity: dict[Hashable, list[str]] = {}
        for slug, uuid, identity in subject.identities():
            self.taken.add(slug)
            self.by_uuid[uuid] = slug
            self.by_identity.setdefault(identity, []).append(slug)
        self.keys = {line.number: self._key(line) for line in lines}
        self.present = self.entries.load({slug for slug, _problem in self.keys.values() if slug})
        self.rights = Rights(by, subject)
        everything = subject.model._default_manager.order_by()
        self.authors = dict(everything.values_list("latest_revision_id", "latest_revision__user_id"))
        self.seen: dict[str, int] = {}

    def _key(self, line: Line) -> tuple[str, str]:
        """The slug of the entry that the row is about, or "" for a new one; and what is wrong."""
        try:
            key = cells.text(line.cells.get(KEY)).strip().lower()
        except Invalid as error:
            return "", error.message
        if key:
            return self._slug_of(key)
        identity = self._identity(line)
        found = self.by_identity.get(identity, []) if identity else []
        if len(found) > 1:
            return "", self.subject.several % {"n": len(found), "keys": ", ".join(sorted(found))}
        return (found[0], "") if found else ("", "")

    def _slug_of(self, key: str) -> tuple[str, str]:
        try:
            uuid = str(UUID(key))
        except ValueError:
            return key, ""
        slug = self.by_uuid.get(uuid)
        return (slug, "") if slug else ("", str(self.subject.unknown_key))

    def _identity(self, line: Line) -> Hashable | None:
        try:
            return self.subject.identity(line.cells, self.names)
        except Invalid:
            return None  # told where the row is read

    def _words(self, sentence: str, **values: Any) -> str:
        return sentence % {"it": self.subject.it, **values}

    def planned(self, line: Line) -> PlannedRow:
        slug, problem = self.keys[line.number]
        present = self.present.get(slug)
        if present and not self.rights.may_change(present):
            plan = PlannedRow(line.number, title=_written(line, self.subject.title), slug=slug)
            plan.refuse(
                self.subject.headings[KEY], self._words(_("%(it)s hører til en anden, og du har ikke ansvar for den."))
            )
            return plan
        row = self.rights.version_for(present) if present else None
        plan = PlannedRow(line.number, row=row, slug=row.slug if row else slug)
        if problem:
            plan.refuse(self.subject.headings[KEY], problem)
        self._read(plan, line)
        if not plan.problems and plan.entry and plan.outcome != Outcome.UNCHANGED:
            self._check(plan, plan.entry, line)
        if plan.problems:
            plan.outcome = Outcome.REFUSED
        return plan

    def _read(self, plan: PlannedRow, line: Line) -> None:
        base = self.subject.entry_of(plan.row) if plan.row else None
        read = read_row(line.cells, base, plan.slug or self._free_slug(line), self.names, self.subject)
        plan.entry, plan.slug = read.entry, read.raw["slug"]
        plan.title = str(read.raw.get(self.subject.title) or _written(line, self.subject.title))[:200]
        plan.problems += read.problems
        plan.hints += read.notes + [("", hint) for hint in line.hints]
        plan.uids = line.uids
        if plan.entry and line.exceptions is not None:
            plan.entry = replace(plan.entry, exceptions=with_kept(line.exceptions, plan.row))
        self._refuse_double(plan, line)
        self._compare(plan, base, read.raw)

    def _check(self, plan: PlannedRow, entry: Any, line: Line) -> None:
        self._check_version(plan, line)
        plan.problems += self.rights.problems(plan.row, entry, plan.values, self.registry, self.names)
        plan.publishes = self.rights.publishes(plan.row, entry, self.registry)
        plan.problems += self.rights.standing_in_the_way(plan.row, entry, self.registry, publishes=plan.publishes)
        if plan.row and plan.publishes and not plan.row.live:
            plan.hints.append(("", self._words(_("%(it)s er taget af nettet og bliver rettet, men ikke udgivet."))))

    def _free_slug(self, line: Line) -> str:
        try:
            stem = danish_slug(cells.text(line.cells.get(self.subject.title))) or placeholder()
        except Invalid:
            stem = placeholder()
        slug, number = stem, 2
        while slug in self.taken:
            slug, number = f"{stem}-{number}", number + 1
        return slug

    def _refuse_double(self, plan: PlannedRow, line: Line) -> None:
        if not plan.row:
            self.taken.add(plan.slug)
        identity = self._identity(line)
        named = plan.row or not cells.is_empty(line.cells.get(KEY))
        if not named and identity is None:
            return
        first = self.seen.setdefault(f"slug {plan.slug}" if named else f"identity {identity}", plan.number)
        if first != plan.number:
            plan.refuse(
                self.subject.headings[KEY], self._words(_("%(it)s står to gange: også i række %(n)d."), n=first)
            )

    def _compare(self, plan: PlannedRow, base: dict[str, Any] | None, raw: dict[str, Any]) -> None:
        if plan.entry is None or plan.problems:
            return
        wanted = self.entries.want(plan.entry)
        present = self.entries.read(plan.row) if plan.row else {}
        plan.values = {name: value for name, value in wanted.items() if not present or not _same(present[name], value)}
        plan.outcome = Outcome.NEW if plan.row is None else Outcome.CHANGED if plan.values else Outcome.UNCHANGED
        if plan.values:
            plan.changes = self._changes(base, raw)
            if "exceptions" in plan.values:
                old, new = present.get("exceptions", frozenset()), plan.values["exceptions"]
                if old or new:
                    plan.changes.append((_("Aflyste og flyttede gange"), in_words(old), in_words(new)))

    def _changes(self, base: dict[str, Any] | None, raw: dict[str, Any]) -> list[tuple[str, str, str]]:
        before = self.subject.cell_values(base, self.names) if base else {}
        now = self.subject.cell_values(raw, self.names)
        found = [
            (column.heading, _plain(cells.text(before.get(column.field))), _plain(cells.text(now[column.field])))
            for column in self.subject.columns
            if column.field not in (KEY, VERSION)
        ]
        return [change for change in found if change[1] != change[2]]

    def _check_version(self, plan: PlannedRow, line: Line) -> None:
        """Somebody else may have changed the entry after the file was made; their words are not overwritten."""
        try:
            version = cells.number(line.cells.get(VERSION))
        except Invalid as error:
            plan.refuse(self.subject.headings[VERSION], error.message)
            return
        if plan.row is None or version is None or version == plan.row.latest_revision_id:
            return
        if self.authors.get(plan.row.latest_revision_id) != self.by.pk:
            plan.refuse(
                self.subject.headings[VERSION],
                self._words(
                    _("%(it)s er rettet af en anden, efter at du hentede filen. Hent filen igen, og ret i den.")
                ),
            )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", "\n".join(text.splitlines())).strip()


def _same(present: Any, wanted: Any) -> bool:
    """A form and a file do not agree on line breaks and spaces at the ends, and nobody sees them."""
    if isinstance(present, str) and isinstance(wanted, str):
        return _plain(present) == _plain(wanted)
    return bool(present == wanted)


def _written(line: Line, name: str) -> str:
    """What stands in a cell, to tell the row by."""
    value = line.cells.get(name)
    return "" if isinstance(value, cells.Unusable) else str(value or "").strip()[:200]
