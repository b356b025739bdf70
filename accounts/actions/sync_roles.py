"""Making the groups hold what the roles promise."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.snippets.models import create_extra_permissions

from ..roles import Role, Scope, granted


class UnknownPermission(LookupError):
    """A role has been given a permission that no model has."""


@transaction.atomic
def sync_roles() -> None:
    """Makes a group for each role with at least the permissions it was given; safe to repeat.

    What an administrator has added to a group by hand stays. Raises `UnknownPermission` for a misspelt one.
    """
    _make_sure_permissions_exist()
    for role in Role:
        group, _ = Group.objects.get_or_create(name=role.group_name)
        group.permissions.add(*_permissions(granted(role, Scope.EVERYWHERE)))
        _give_folders(group, _permissions(granted(role, Scope.FOLDERS)))
        _give_pages(group, _permissions(granted(role, Scope.PAGES)))


def _make_sure_permissions_exist() -> None:
    """Django makes an app's permissions after its migrations, and ours may run before another app's."""
    names = {name for role in Role for scope in Scope for name in granted(role, scope)}
    for label in sorted({name.partition(".")[0] for name in names}):
        create_permissions(apps.get_app_config(label), verbosity=0)
    create_extra_permissions(apps.get_app_config("wagtailsnippets"))  # publish, lock and unlock


def _permissions(names: Iterable[str]) -> list[Permission]:
    found = {f"{permission.content_type.app_label}.{permission.codename}": permission for permission in _named(names)}
    unknown = set(names) - found.keys()
    if unknown:
        raise UnknownPermission(", ".join(sorted(unknown)))
    return list(found.values())


def _named(names: Iterable[str]) -> Iterable[Permission]:
    labels, codenames = {name.partition(".")[0] for name in names}, {name.partition(".")[2] for name in names}
    permissions = Permission.objects.select_related("content_type")
    candidates = permissions.filter(content_type__app_label__in=labels, codename__in=codenames)
    return [one for one in candidates if f"{one.content_type.app_label}.{one.codename}" in names]


def _give_folders(group: Group, permissions: Iterable[Permission]) -> None:
    root = Collection.get_first_root_node()  # None in a database that has just been emptied
    for permission in permissions if root else ():
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _give_pages(group: Group, permissions: Iterable[Permission]) -> None:
    root = GroupPagePermission._meta.get_field("page").related_model.get_first_root_node()
    for permission in permissions if root else ():
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
