"""From files to the entries of one catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from . import values
from .activities import read_activity
from .entries import Catalogue
from .entry import EntryReader
from .places import read_area, read_organisation, read_venue
from .problems import Origin, Report
from .reading import read_object
from .vocabulary import read_term

READERS: dict[str, Callable[[EntryReader], Any]] = {
    "areas": read_area,
    "organisations": read_organisation,
    "venues": read_venue,
    "activities": read_activity,
}
VOCABULARIES = ("interests", "target_groups")


def read_files(paths: Iterable[Path], report: Report) -> Catalogue:
    """Read all the files as one catalogue. What is wrong with them goes to the report, and reading goes on."""
    catalogue = Catalogue()
    for path in paths:
        before = len(report.problems)
        content = read_object(path, report)
        if content or len(report.problems) == before:
            _read_content(content, path.name, catalogue, report)
    return catalogue


def _read_content(content: dict[str, Any], file: str, catalogue: Catalogue, report: Report) -> None:
    known = [*READERS, *VOCABULARIES]
    for name in content.keys() - set(known):
        report.problem(
            Origin(file), name[:60], _("Listen kender vi ikke.") + values.suggestion(name, set(known) - content.keys())
        )
    if not content.keys() & set(known):
        report.problem(Origin(file), "", _("Filen har ingen af listerne %(names)s.") % {"names": ", ".join(known)})
    for name in known:
        if name in content:
            getattr(catalogue, name).extend(_read_list(content[name], name, file, report))


def _read_list(raw: Any, name: str, file: str, report: Report) -> Iterable[Any]:
    if not isinstance(raw, list):
        kind = values.kind_of(raw)
        report.problem(Origin(file), name, _("Her skal stå en liste, ikke %(kind)s.") % {"kind": kind})
        return
    for number, item in enumerate(raw, 1):
        found = _read_entry(item, name, Origin(file, name, number), report)
        if found is not None:
            yield found


def _read_entry(raw: Any, name: str, origin: Origin, report: Report) -> Any:
    if name in VOCABULARIES:
        return read_term(raw, origin, report)
    if not isinstance(raw, dict):
        report.problem(origin, "", _("Her skal stå et objekt, ikke %(kind)s.") % {"kind": values.kind_of(raw)})
        return None
    slug = raw.get("slug")
    named = Origin(origin.file, name, origin.number, slug[:60] if isinstance(slug, str) and slug.isprintable() else "")
    entry = EntryReader(raw, named, report)
    found = READERS[name](entry)
    entry.finish()
    return found
