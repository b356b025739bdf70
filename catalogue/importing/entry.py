"""One entry of a file: takes its fields one by one and tells every problem, also fields that nobody took."""

from __future__ import annotations

from typing import Any, TypeVar

from django.utils.translation import gettext as _

from .problems import Invalid, Origin, Report
from .values import Reader, each, kind_of, list_of, suggestion

T = TypeVar("T")


class EntryReader:
    """Reads one JSON object. Problems go to the report; the caller gets the default and reads on."""

    def __init__(self, raw: dict[str, Any], origin: Origin, report: Report, *, path: str = "") -> None:
        self.raw = raw
        self.origin = origin
        self.report = report
        self.path = path
        self.taken: set[str] = set()

    def need(self, name: str, read: Reader[T], default: T) -> T:
        """A field that has to be there."""
        self.taken.add(name)
        if name not in self.raw:
            self.problem(name, _("Feltet mangler."))
            return default
        return self._read(name, read, default)

    def take(self, name: str, read: Reader[T], default: T, *, null: bool = False) -> T:
        """A field that may be left out, or be null when `null`; both give the default."""
        self.taken.add(name)
        if name not in self.raw or (null and self.raw[name] is None):
            return default
        return self._read(name, read, default)

    def many(self, name: str, item: Reader[T], *, required: bool = False) -> list[T]:
        """A list, each value once, in its order; a double is noted."""
        nothing: list[T] = []
        read = list_of(item, required=required)
        found = self.need(name, read, nothing) if required else self.take(name, read, nothing)
        once = list(dict.fromkeys(found))
        if len(once) < len(found):
            doubled = sorted({str(value) for value in found if found.count(value) > 1})
            self.note(name, _("Står to gange: %(values)s.") % {"values": ", ".join(doubled)})
        return once

    def problem(self, name: str, message: str) -> None:
        self.report.problem(self.origin, f"{self.path}{name}", message)

    def note(self, name: str, message: str) -> None:
        self.report.note(self.origin, f"{self.path}{name}", message)

    def finish(self) -> None:
        """Tells of the fields that nobody took; call it last."""
        for name in self.raw.keys() - self.taken:
            self.problem(name[:60], _("Feltet kender vi ikke.") + suggestion(name, self.taken - self.raw.keys()))

    def _read(self, name: str, read: Reader[T], default: T) -> T:
        try:
            return read(self.raw[name])
        except Invalid as error:
            for single in each(error):
                self.problem(f"{name}{single.path}", single.message)
            return default


def nested(parent: EntryReader, name: str) -> EntryReader | None:
    """A reader of the object in a field, or None when there is none."""
    parent.taken.add(name)
    if name not in parent.raw:
        return None
    raw = parent.raw[name]
    if not isinstance(raw, dict):
        parent.problem(name, _("Her skal stå et objekt, ikke %(kind)s.") % {"kind": kind_of(raw)})
        return None
    return EntryReader(raw, parent.origin, parent.report, path=f"{parent.path}{name}.")
