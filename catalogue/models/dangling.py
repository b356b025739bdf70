"""Revisions name other rows by key, and such a row may be gone when the revision is opened again."""

from __future__ import annotations

from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations

Data = dict[str, Any]


def without_dangling(model: type[models.Model], data: Data) -> Data:
    """The revision's content without protected keys that lead nowhere; rows that are nothing without one are left out.

    modelcluster does this for keys that cascade or may be empty, and raises for protected ones.
    """
    content = {**data, **{name: None for name in _protected(model) if _gone(model, name, [data.get(name)])}}
    for relation in get_all_child_relations(model):
        child, accessor = relation.related_model, relation.get_accessor_name()
        rows: list[Data] = content.get(accessor) or []
        for name in _protected(child):
            gone = _gone(child, name, [row.get(name) for row in rows])
            rows = [row for row in rows if row.get(name) not in gone]
        content[accessor] = rows
    return content


def _protected(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.remote_field and field.remote_field.on_delete is models.PROTECT
    ]


def _gone(model: type[models.Model], name: str, keys: list[Any]) -> set[Any]:
    """Those of the keys that no row has any more."""
    wanted = {key for key in keys if key is not None}
    target = model._meta.get_field(name).related_model
    if not wanted or target is None:
        return set()
    return wanted - set(target._default_manager.filter(pk__in=wanted).values_list("pk", flat=True))
