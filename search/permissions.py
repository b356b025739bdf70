"""What each role may do with the words of the search."""

from __future__ import annotations

from accounts.roles import Role, grant

_WORDS = tuple(
    f"search.{action}_{kind}" for kind in ("concept", "synonym") for action in ("add", "change", "delete", "view")
)
WORDS = {Role.ADMINISTRATOR: _WORDS, Role.EDITOR: _WORDS}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(WORDS)
