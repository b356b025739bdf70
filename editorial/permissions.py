"""What each role may do with what citizens send."""

from __future__ import annotations

from accounts.roles import Role, grant

KINDS = ("errorreport", "suggestion", "outgoinglink", "freshnessagreement", "claim")
_HANDLE = tuple(f"editorial.{action}_{kind}" for kind in KINDS for action in ("view", "change"))
REPORTS = {Role.ADMINISTRATOR: _HANDLE, Role.EDITOR: _HANDLE, Role.LOCAL_EDITOR: _HANDLE}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(REPORTS)
