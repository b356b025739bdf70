"""Who sees to a referral: its owner; the coordinators of its area where the owner is gone or may not see it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User

from ..models import Referral
from ..permissions import COORDINATE
from ..policies import sees_all


def is_looked_after(referral: Referral) -> bool:
    """Whether its owner still works here, and sees all of it."""
    return referral.owner is not None and sees_all(referral.owner, referral)


def coordinators_of(referral: Referral) -> list[User]:
    """Active users who coordinate its area, or what that lies in."""
    responsible = Q(responsibilities__area__in=referral.area.ancestors(include_self=True))
    coordinates = Q(groups__permissions__codename=COORDINATE.partition(".")[2])
    return list(User.objects.filter(responsible, coordinates, is_active=True).distinct().order_by("pk"))


def keepers_of(referral: Referral) -> list[User]:
    """Whom to write to about it; nobody where it has fallen between all chairs."""
    if referral.owner is not None and is_looked_after(referral):
        return [referral.owner]
    return coordinators_of(referral)


def owner_words(owner: Any) -> str:
    """The owner's name, and that they are not here any more."""
    if owner is None:
        return ""
    return str(owner) if owner.is_active else _("%(name)s (er her ikke mere)") % {"name": owner}
