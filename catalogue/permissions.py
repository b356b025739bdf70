"""What each role may do with the catalogue. Who may change which entry is for the object-level rules to come."""

from __future__ import annotations

from accounts.roles import Role, grant

ENTRIES = ("activity", "organisation", "venue")
PLAIN = ("area", "interest", "targetgroup")


def _of(actions: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"catalogue.{action}_{kind}" for kind in kinds for action in actions)


_EVERYTHING = (
    *_of(("add", "change", "delete", "view", "publish", "lock", "unlock"), ENTRIES),
    *_of(("add", "change", "delete", "view"), PLAIN),
)
_LOOK = _of(("view",), ENTRIES)

CATALOGUE = {
    Role.ADMINISTRATOR: _EVERYTHING,
    Role.EDITOR: _EVERYTHING,
    # Writes and asks for approval.
    Role.LOCAL_EDITOR: (*_of(("add", "change", "view"), ENTRIES), *_of(("view",), PLAIN)),
    Role.ASSOCIATION: _LOOK,
    Role.CENTRE_STAFF: _LOOK,
}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(CATALOGUE)
