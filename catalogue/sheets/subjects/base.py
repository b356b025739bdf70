"""What the planner, the writer and the template need to know of a kind of entry."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar

from django.db.models import Model

from ...importing.entry import EntryReader
from ...importing.rows.base import Registry, Rows
from ...models.sheet_import import ImportKind
from ...policies import EntryPolicy
from .. import cells
from ..column import Column
from ..names import Names

Told = tuple[str, str]
Identity = tuple[str, str, Hashable]


class Subject:
    """`title` is the field that a row is told by, `points_to` field → which of the `Names` offers what it may hold."""

    kind: ClassVar[ImportKind]
    model: ClassVar[type[Model]]
    policy: ClassVar[EntryPolicy]
    rows: ClassVar[type[Rows]]
    title: ClassVar[str] = "name"
    sheet: ClassVar[str]
    file: ClassVar[str]
    points_to: ClassVar[dict[str, str]] = {}
    from_the_catalogue: ClassVar[tuple[str, ...]] = ()
    """The fields whose example is one of what there is."""
    it: Any
    """How the sentences about a row begin."""
    unknown_key: Any
    several: Any
    open_it: Any
    template: Any
    guide: Any
    """What the first line of the template's guidance says."""
    rest: Any
    """What a sheet cannot say, and has to be written in the editors' pages."""

    @property
    def columns(self) -> tuple[Column, ...]:
        raise NotImplementedError

    @property
    def headings(self) -> dict[str, str]:
        """Field → heading."""
        return {column.field: column.heading for column in self.columns}

    def may(self, user: Any) -> bool:
        return self.policy.user_has_permission(user, "add") or self.policy.user_has_permission(user, "change")

    def entry_of(self, row: Any) -> dict[str, Any]:
        """An entry of the exchange format; needs the relations of `rows.queryset()`."""
        raise NotImplementedError

    def read(self, reader: EntryReader) -> Any:
        """The checked entry."""
        raise NotImplementedError

    def flat(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The entry as the columns take it apart."""
        return entry

    def cell_values(self, entry: dict[str, Any], names: Names) -> dict[str, Any]:
        """Field → what stands in its cell."""
        flat = self.flat(entry)
        return {column.field: column.print(column.value_of(flat), names) for column in self.columns}

    def identities(self) -> Iterable[Identity]:
        """Slug, UUID, and what an entry is known by where a row has no key."""
        raise NotImplementedError

    def identity(self, found: dict[str, Any], names: Names) -> Hashable | None:
        """The same of a row, None where it says too little; raises `Invalid`."""
        raise NotImplementedError

    def own(self, row: Any, entry: Any, registry: Registry) -> dict[str, Any]:
        """What the policy asks about."""
        return {"pk": row.pk if row else None}

    def what_to_choose(self, user: Any) -> Told:
        """Heading and words for a row that lies outside of what the user is responsible for."""
        raise NotImplementedError

    def lacks(self, entry: Any, registry: Registry) -> list[Told]:
        """What must be there before it can be public."""
        return []


def folded(name: Any) -> str:
    return " ".join(cells.text(name).split()).casefold()
