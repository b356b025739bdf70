"""What is wrong with files, told with file, entry and field."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry comes from: the file, the list and the number in it (from 1), the slug when there is one."""

    file: str
    kind: str = ""
    number: int = 0
    slug: str = ""

    def __str__(self) -> str:
        names = {
            "areas": _("område"),
            "organisations": _("arrangør"),
            "venues": _("sted"),
            "activities": _("aktivitet"),
            "interests": _("interesse"),
            "target_groups": _("målgruppe"),
        }
        if not self.kind:
            return ""
        entry = _("%(kind)s nr. %(number)d") % {"kind": names.get(self.kind, self.kind), "number": self.number}
        return f"{entry} ({self.slug})" if self.slug else entry


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `field` may reach into an entry, like `schedule[2].rrule`."""

    origin: Origin
    field: str
    message: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.origin.file, str(self.origin), self.field) if part)
        return f"{place}: {self.message}"


@dataclass(slots=True)
class Report:
    """Everything found: `problems` stop an import, `notes` do not."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def problem(self, origin: Origin, field: str, message: str) -> None:
        self.problems.append(Problem(origin, field, message))

    def note(self, origin: Origin, field: str, message: str) -> None:
        self.notes.append(Problem(origin, field, message))


class Invalid(ValueError):
    """A value that cannot stand; `path` leads to the part that is wrong, such as `[2].rrule`, or is empty."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class SeveralInvalid(Invalid):
    """Several parts of one value are wrong."""

    def __init__(self, errors: list[Invalid]) -> None:
        super().__init__(" ".join(error.message for error in errors))
        self.errors = errors
