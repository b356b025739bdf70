"""What each role may do with referrals; `policies.py` says with which. Administrators and editors see none."""

from __future__ import annotations

from typing import Any

from accounts.roles import Role, grant

REFER, RECEIVE, FOLLOW, COORDINATE = (f"referral.{name}" for name in ("refer", "receive", "follow", "coordinate"))

_KEPT = "_referral_permissions"

REFERRALS = {
    # Who works in which unit; not what the units refer.
    Role.ADMINISTRATOR: tuple(f"referral.{action}_unit" for action in ("add", "change", "delete", "view")),
    Role.FRONT_LINE: (REFER,),
    Role.ASSOCIATION: (RECEIVE,),
    Role.NETWORK_WORKER: (FOLLOW,),
    Role.COORDINATOR: (COORDINATE,),
}


def tell() -> None:
    """Gives the roles what stands here."""
    grant(REFERRALS)


def holds(user: Any, permission: str) -> bool:
    """Whether a role of the user's gives it; that somebody is a superuser opens no referral.

    One query, once for each user object.
    """
    if not user.is_authenticated or not user.is_active:
        return False
    given = getattr(user, _KEPT, None)
    if given is None:
        ours = user.groups.filter(permissions__content_type__app_label="referral")
        given = frozenset(ours.values_list("permissions__codename", flat=True))
        setattr(user, _KEPT, given)
    return permission.removeprefix("referral.") in given
