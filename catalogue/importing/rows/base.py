"""What the rows of every kind have in common."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, Generic, TypeVar

from django.db.models import Model, QuerySet

from ..known import current_slugs

Entry = TypeVar("Entry")
Row = TypeVar("Row", bound=Model)


class Registry:
    """The rows that entries refer to, by model and slug; a former slug leads to the row as well."""

    def __init__(self) -> None:
        self._rows: dict[type[Model], dict[str, Any]] = {}

    def add(self, model: type[Model], slug: str, row: Any) -> None:
        self._rows.setdefault(model, {})[slug] = row

    def get(self, model: type[Model], slug: str) -> Any:
        """The row; raises `KeyError` when it is nowhere, which the checks before have ruled out."""
        return self._rows[model][slug]

    def load(self, model: type[Model], queryset: QuerySet) -> None:
        """Take every row of a queryset in, under its present slug and its former ones."""
        rows = {row.pk: row for row in queryset}
        known = self._rows.setdefault(model, {})
        known |= {slug: rows[pk] for slug, pk in current_slugs(model).items() if pk in rows}
        known |= {row.slug: row for row in rows.values()}


class Rows(Generic[Entry, Row]):
    """One kind of row. `read` and `want` give the same keys, so that two dictionaries tell the difference."""

    model: ClassVar[type[Model]]

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def load(self, slugs: Collection[str]) -> dict[str, Row]:
        """The rows that exist, by the slug that the file uses."""
        former = {slug: pk for slug, pk in current_slugs(self.model).items() if slug in set(slugs)}
        present = {row.slug: row for row in self.queryset().filter(slug__in=slugs)}
        renamed = self.queryset().in_bulk(set(former.values()))
        return {slug: renamed[pk] for slug, pk in former.items() if pk in renamed} | present

    def queryset(self) -> QuerySet:
        """The model's rows with all that `read` looks at."""
        raise NotImplementedError

    def new(self, entry: Entry) -> Row:
        """An empty row, not saved, with what only a new row gets."""
        raise NotImplementedError

    def read(self, row: Row) -> dict[str, Any]:
        raise NotImplementedError

    def want(self, entry: Entry) -> dict[str, Any]:
        raise NotImplementedError

    def write(self, row: Row, name: str, value: Any) -> None:
        """Set one of the values of `want` on the row, in memory."""
        setattr(row, name, value)

    def referred(self, model: type[Model], slug: str) -> str:
        """The present slug of something that an entry names, which may have been renamed since."""
        try:
            return self.registry.get(model, slug).slug
        except KeyError:  # comes with the same files and is not saved yet
            return slug


def read_answers(row: Any) -> dict[str, bool]:
    return {answer.feature: answer.holds for answer in row.accessibility_answers.all()}


def write_answers(row: Any, wanted: dict[str, bool]) -> None:
    """Set the answers; one that stays keeps its note."""
    present = {answer.feature: answer for answer in row.accessibility_answers.all()} if row.pk else {}
    model = row.accessibility_answers.model
    row.accessibility_answers = [
        present[feature]
        if feature in present and present[feature].holds == holds
        else model(feature=feature, holds=holds)
        for feature, holds in wanted.items()
    ]
