"""What each role may do with the portal's own settings, and with pages in more languages."""

from __future__ import annotations

from accounts.roles import Role, grant

SETTINGS = {
    Role.ADMINISTRATOR: ("home.change_sitesettings",),
    Role.EDITOR: ("home.change_sitesettings",),
}
TRANSLATION = {
    Role.ADMINISTRATOR: (
        "simple_translation.submit_translation",
        *(f"wagtailcore.{action}_locale" for action in ("add", "change", "delete")),
    ),
    Role.EDITOR: ("simple_translation.submit_translation",),
}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(SETTINGS)
    grant(TRANSLATION)
