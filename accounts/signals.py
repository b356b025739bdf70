"""After every migration the groups are in step with the roles and the history is shut; changed rights are told."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import connections
from django.db.models import Model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from .actions.log_rights import log_rights
from .actions.sync_roles import sync_roles
from .history.protection import LOGS, open_up, protect


def is_whole(using: str) -> bool:
    """Whether the tables that roles need are there; not so when somebody migrates only part of the way."""
    needed = {model._meta.db_table for model in (Group, Collection, GroupCollectionPermission, GroupPagePermission)}
    return needed <= set(connections[using].introspection.table_names())


def sync_after_migrating(using: str, **kwargs: Any) -> None:
    if is_whole(using):
        sync_roles()


def open_before_migrating(using: str, **kwargs: Any) -> None:
    open_up(connections[using])


def protect_after_migrating(using: str, **kwargs: Any) -> None:
    if {log._meta.db_table for log in LOGS} <= set(connections[using].introspection.table_names()):
        protect(connections[using])


def tell_of_changed_rights(
    instance: Model, action: str, pk_set: set[int] | None, model: type[Model], reverse: bool, **kwargs: Any
) -> None:
    """Of a user's roles and permissions, and of a group's permissions, from either end."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    keys = _linked(kwargs["sender"], instance, model) if pk_set is None else pk_set
    others = model._default_manager.filter(pk__in=keys)
    key = "given" if action == "post_add" else "taken"
    if reverse:
        for holder in others:
            log_rights(holder=holder, **{key: [instance]})
    else:
        log_rights(holder=instance, **{key: others})


def _linked(through: type[Model], instance: Model, model: type[Model]) -> list[int]:
    """The keys of all that is linked with the instance."""
    field_to = {field.related_model: field.name for field in through._meta.fields if field.is_relation}
    rows = through._default_manager.filter(**{field_to[type(instance)]: instance.pk})
    return list(rows.values_list(field_to[model], flat=True))
