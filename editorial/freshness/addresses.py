"""Where to write to an organisation, and to whom the copy goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Activity, Area, Organisation, Responsibility

from ..models import FreshnessAgreement


def addresses_of(organisations: Iterable[Organisation]) -> dict[int, list[str]]:
    """Organisation → mail addresses: the one agreed on, else its own, else those responsible for it. Two queries."""
    organisations = list(organisations)
    keys = [one.pk for one in organisations]
    agreed = dict(
        FreshnessAgreement.objects.filter(organisation__in=keys).exclude(email="").values_list("organisation", "email")
    )
    people: dict[int, list[str]] = defaultdict(list)
    responsible = Responsibility.objects.filter(organisation__in=keys, user__is_active=True).order_by("user__email")
    for organisation, email in responsible.values_list("organisation", "user__email"):
        if email:
            people[organisation].append(email)
    found = {}
    for one in organisations:
        if one.pk in agreed or one.email:
            found[one.pk] = [agreed.get(one.pk) or one.email]
        else:
            found[one.pk] = people[one.pk]
    return found


def editors_of(activities: Iterable[int]) -> list[str]:
    """Mail addresses of those who edit the areas of these activities; of the editors of it all, where nobody does."""
    parents = dict(Area.objects.order_by().values_list("pk", "parent"))
    served = Activity.areas.through.objects.filter(activity__in=list(activities)).values_list("area", flat=True)
    around: set[int] = set()
    for area in served:
        above: int | None = area
        while above is not None and above not in around:
            around.add(above)
            above = parents.get(above)
    local = Responsibility.objects.filter(area__in=around, user__is_active=True, user__groups__name=_local())
    found = set(local.values_list("user__email", flat=True))
    if not found:
        editors = User.objects.filter(is_active=True, groups__name=Role.EDITOR.group_name)
        found = set(editors.values_list("email", flat=True))
    return sorted(found - {""})


def _local() -> str:
    return Role.LOCAL_EDITOR.group_name
