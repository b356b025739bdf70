"""Who can look after a referral."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from accounts.models import User

from ..models import Referral
from ..permissions import COORDINATE, FOLLOW
from ..policies import sees_all


def possible_owners(referral: Referral) -> QuerySet[User]:
    """Active users who see the whole referral, but for its owner; shown by tests/integration/referral/cases."""
    area = Q(responsibilities__area__in=referral.area.ancestors(include_self=True))
    entries = referral.entries.all()
    house = Q(responsibilities__organisation__in=entries.values("organisation")) | Q(
        responsibilities__venue__in=entries.values("activity__venue")
    )
    follows, coordinates = (
        Q(groups__permissions__codename=permission.partition(".")[2]) for permission in (FOLLOW, COORDINATE)
    )
    near = Q(unit_memberships__unit=referral.unit_id) | follows & (area | house) | coordinates & area
    candidates = User.objects.filter(near, is_active=True).exclude(pk=referral.owner_id).distinct()
    fitting = [user.pk for user in candidates if sees_all(user, referral)]
    return User.objects.filter(pk__in=fitting).order_by("first_name", "last_name")
