"""What each role may do with the catalogue; `policies.py` says with which entries."""

from __future__ import annotations

from accounts.roles import Role, grant

ENTRIES = ("activity", "organisation", "venue")
PLAIN = ("area", "interest", "targetgroup", "holidaycalendar")


def _of(actions: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"catalogue.{action}_{kind}" for kind in kinds for action in actions)


_EVERYTHING = (
    *_of(("add", "change", "delete", "view", "publish", "lock", "unlock"), ENTRIES),
    *_of(("add", "change", "delete", "view"), PLAIN),
)
_WRITE = ("add", "change", "view", "publish")
_KEEP = ("change", "view", "publish")

CATALOGUE = {
    Role.ADMINISTRATOR: (*_EVERYTHING, *_of(("add", "change", "delete", "view"), ("responsibility",))),
    Role.EDITOR: _EVERYTHING,
    # These hold for what somebody is responsible for, and no more. None of them deletes: what has stopped is ended.
    Role.LOCAL_EDITOR: (
        *_of((*_WRITE, "lock", "unlock"), ENTRIES),
        *_of(("view",), PLAIN),
        *_of(("add", "change"), ("holidaycalendar",)),
    ),
    # Publishes only what a trusted organisation offers.
    Role.ASSOCIATION: (*_of(_WRITE, ("activity",)), *_of(_KEEP, ("organisation",)), *_of(("view",), ("venue",))),
    Role.CENTRE_STAFF: (*_of(_WRITE, ("activity",)), *_of(_KEEP, ("venue",)), *_of(("view",), ("organisation",))),
}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(CATALOGUE)
