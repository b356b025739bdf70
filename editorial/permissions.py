"""What each role may do with what citizens report."""

from __future__ import annotations

from accounts.roles import Role, grant

_HANDLE = ("editorial.view_errorreport", "editorial.change_errorreport")
REPORTS = {Role.ADMINISTRATOR: _HANDLE, Role.EDITOR: _HANDLE, Role.LOCAL_EDITOR: _HANDLE}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(REPORTS)
