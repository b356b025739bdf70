"""What each role may do with what Wagtail itself brings: the editors' system, pages, images, documents, people."""

from __future__ import annotations

from .roles import Role, Scope, grant

SIGN_IN = dict.fromkeys(Role, ("wagtailadmin.access_admin",))

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

_USE = ("images.add_customimage", "images.choose_image", "wagtaildocs.add_document", "wagtaildocs.choose_document")
_CHANGE = (
    *_USE,
    "images.change_customimage",
    "images.delete_customimage",
    "wagtaildocs.change_document",
    "wagtaildocs.delete_document",
)
FOLDERS = {Role.ADMINISTRATOR: _CHANGE, Role.EDITOR: _CHANGE, Role.LOCAL_EDITOR: _USE, Role.CENTRE_STAFF: _USE}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(SIGN_IN)
    grant(PEOPLE)
    grant(PAGES, Scope.PAGES)
    grant(FOLDERS, Scope.FOLDERS)
