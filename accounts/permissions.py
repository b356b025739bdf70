"""What each role may do with what Wagtail itself brings: the editors' system, pages, images, documents, people."""

from __future__ import annotations

from typing import Any

from .roles import Role, Scope, grant

# Whoever has it works with the whole portal; everybody else with what they have been made responsible for.
EVERYWHERE = "accounts.work_everywhere"

# Those who work with people and not with the catalogue have no business in the editors' system.
WITH_PEOPLE = (Role.FRONT_LINE, Role.NETWORK_WORKER, Role.COORDINATOR)
SIGN_IN = dict.fromkeys((role for role in Role if role not in WITH_PEOPLE), ("wagtailadmin.access_admin",))
WHOLE_PORTAL = dict.fromkeys((Role.ADMINISTRATOR, Role.EDITOR), (EVERYWHERE,))

PEOPLE = {
    Role.ADMINISTRATOR: (
        *(f"accounts.{action}_user" for action in ("add", "change", "delete", "view")),
        *(f"auth.{action}_group" for action in ("add", "change", "delete", "view")),
        *(f"wagtailcore.{action}_site" for action in ("add", "change", "delete", "view")),
        *(f"wagtailcore.{action}_{model}" for model in ("workflow", "task") for action in ("add", "change", "delete")),
        *(f"wagtailredirects.{action}_redirect" for action in ("add", "change", "delete", "view")),
    ),
    Role.EDITOR: tuple(f"wagtailredirects.{action}_redirect" for action in ("add", "change", "delete", "view")),
}

_ALL_OF_A_PAGE = tuple(
    f"home.{action}_basepage" for action in ("add", "change", "publish", "bulk_delete", "lock", "unlock")
)
PAGES = {Role.ADMINISTRATOR: _ALL_OF_A_PAGE, Role.EDITOR: _ALL_OF_A_PAGE}

# Wagtail looks for the permissions of its own model of an image, also where another one is in use.
_USE = ("wagtailimages.add_image", "wagtailimages.choose_image")
_CHANGE = (
    *_USE,
    "wagtailimages.change_image",
    "wagtailimages.delete_image",
    *(f"wagtaildocs.{action}_document" for action in ("add", "change", "choose", "delete")),
)
_COLLECTIONS = tuple(f"wagtailcore.{action}_collection" for action in ("add", "change", "delete"))
FOLDERS = {
    Role.ADMINISTRATOR: (*_CHANGE, *_COLLECTIONS),
    Role.EDITOR: (*_CHANGE, *_COLLECTIONS),
    # Those who may add a picture may change their own, and no others.
    Role.LOCAL_EDITOR: _USE,
    Role.ASSOCIATION: _USE,
    Role.CENTRE_STAFF: _USE,
}


def works_everywhere(user: Any) -> bool:
    """Whether nothing of the portal lies outside what this user works with; superusers always."""
    return user.has_perm(EVERYWHERE)


def tell() -> None:
    """Gives the roles what stands here."""
    grant(SIGN_IN)
    grant(WHOLE_PORTAL)
    grant(PEOPLE)
    grant(PAGES, Scope.PAGES)
    grant(FOLDERS, Scope.FOLDERS)
