"""Revisions name other rows by key, and such a row may be gone when the revision is opened again.

modelcluster looks each key up by itself, and raises where a protected row is gone. Here each kind of row is read once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations

Data = dict[str, Any]
Keys = list[models.ForeignKey]


class Pointed:
    """The rows that a revision's content points to, as far as they are there."""

    def __init__(self, model: type[models.Model], data: Data) -> None:
        self._model, self._data = model, data
        wanted: dict[type[models.Model], set[Any]] = {}
        for field, row in self._keys():
            wanted.setdefault(_target(field), set()).add(_key(field, row))
        self._rows = {target: target._base_manager.in_bulk(keys) for target, keys in wanted.items()}

    def content(self) -> Data:
        """The content without keys that lead nowhere; rows that are nothing without one are left out."""
        content = self._without_gone(_foreign_keys(self._model), self._data)
        for accessor, fields in _children(self._model):
            rows = [self._without_gone(fields, row) for row in self._data.get(accessor) or []]
            content[accessor] = [row for row in rows if _is_whole(fields, row)]
        return content

    def hand_over(self, entry: models.Model) -> None:
        """Gives the entry and its rows what they point to, so that nobody needs to ask for it again."""
        self._give(_foreign_keys(self._model), entry)
        for accessor, fields in _children(self._model):
            for row in getattr(entry, accessor).all():
                self._give(fields, row)

    def _give(self, fields: Keys, row: models.Model) -> None:
        for field in fields:
            found = self._rows.get(_target(field), {}).get(getattr(row, field.attname))
            if found is not None:
                setattr(row, field.name, found)

    def _without_gone(self, fields: Keys, row: Data) -> Data:
        gone = [field for field in fields if row.get(field.name) is not None]
        gone = [field for field in gone if _key(field, row) not in self._rows[_target(field)]]
        return {**row, **{field.name: None for field in gone}}

    def _keys(self) -> Iterator[tuple[models.ForeignKey, Data]]:
        lines = [(_foreign_keys(self._model), self._data)]
        for accessor, fields in _children(self._model):
            lines += [(fields, row) for row in self._data.get(accessor) or []]
        for fields, row in lines:
            yield from ((field, row) for field in fields if row.get(field.name) is not None)


def _children(model: type[models.Model]) -> list[tuple[str, Keys]]:
    """The accessor of each kind of row, and its keys to others than the entry itself."""
    return [
        (relation.get_accessor_name(), [key for key in _foreign_keys(relation.related_model) if key != relation.field])
        for relation in get_all_child_relations(model)
    ]


def _foreign_keys(model: type[models.Model]) -> Keys:
    return [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]


def _is_whole(fields: Keys, row: Data) -> bool:
    return all(field.null or row.get(field.name) is not None for field in fields)


def _target(field: models.ForeignKey) -> type[models.Model]:
    return field.remote_field.model


def _key(field: models.ForeignKey, row: Data) -> Any:
    return field.target_field.to_python(row[field.name])
