"""The roles that people have, each a group; and what each may do, told by the apps that own it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody is here for. The value never changes; the label is the name of the group."""

    ADMINISTRATOR = "administrator", _("Administratorer")
    EDITOR = "redaktoer", _("Redaktører")
    LOCAL_EDITOR = "lokalredaktoer", _("Lokalredaktører")
    ASSOCIATION = "forening", _("Foreninger")
    CENTRE_STAFF = "centermedarbejder", _("Centermedarbejdere")
    FRONT_LINE = "frontpersonale", _("Frontpersonale")
    NETWORK_WORKER = "netvaerksmedarbejder", _("Netværksmedarbejdere")
    COORDINATOR = "koordinator", _("Koordinatorer")

    @property
    def group_name(self) -> str:
        """The group's name in the database: the Danish label, whatever language is in use."""
        return GROUP_NAMES[self]


GROUP_NAMES = {
    Role.ADMINISTRATOR: "Administratorer",
    Role.EDITOR: "Redaktører",
    Role.LOCAL_EDITOR: "Lokalredaktører",
    Role.ASSOCIATION: "Foreninger",
    Role.CENTRE_STAFF: "Centermedarbejdere",
    Role.FRONT_LINE: "Frontpersonale",
    Role.NETWORK_WORKER: "Netværksmedarbejdere",
    Role.COORDINATOR: "Koordinatorer",
}


class Scope(StrEnum):
    """Where a permission holds: everywhere, in the tree of pages, or in the folders of images and documents."""

    EVERYWHERE = "everywhere"
    PAGES = "pages"
    FOLDERS = "folders"


Grants = Mapping[Role, Iterable[str]]
_grants: dict[tuple[Role, Scope], set[str]] = defaultdict(set)


def grant(grants: Grants, scope: Scope = Scope.EVERYWHERE) -> None:
    """Gives each role permissions, written "app.codename"; apps call it when they are ready."""
    for role, permissions in grants.items():
        _grants[role, scope].update(permissions)


def granted(role: Role, scope: Scope) -> frozenset[str]:
    """The permissions that a role has been given, written "app.codename"."""
    return frozenset(_grants[role, scope])
