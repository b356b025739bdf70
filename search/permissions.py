"""What each role may do with the words of the search."""

from __future__ import annotations

from accounts.roles import Role, grant

_WORDS = tuple(
    f"search.{action}_{kind}" for kind in ("concept", "synonym") for action in ("add", "change", "delete", "view")
)
_ASKED = ("search.change_askedsearch",)
WORDS = {
    Role.ADMINISTRATOR: (*_WORDS, *_ASKED),
    Role.EDITOR: (*_WORDS, *_ASKED),
    # What was asked for in their areas.
    Role.LOCAL_EDITOR: _ASKED,
}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(WORDS)
