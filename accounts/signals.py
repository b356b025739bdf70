"""After every migration the groups are brought in step with the roles."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import connections
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from .actions.sync_roles import sync_roles


def is_whole(using: str) -> bool:
    """Whether the tables that roles need are there; not so when somebody migrates only part of the way."""
    needed = {model._meta.db_table for model in (Group, Collection, GroupCollectionPermission, GroupPagePermission)}
    return needed <= set(connections[using].introspection.table_names())


def sync_after_migrating(using: str, **kwargs: Any) -> None:
    if is_whole(using):
        sync_roles()
