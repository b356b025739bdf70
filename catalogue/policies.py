"""Who may do what with which entry: the role says what, the responsibility says where.

A group gives permissions as everywhere in Django. For somebody who does not work everywhere they hold only for what
`Responsibility` names: an area's entries, an organisation and its activities, a venue and what takes place there.
Publishing what an organisation offers takes an organisation that is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.permissions import works_everywhere

from .models import Activity, HolidayCalendar, Organisation, Venue
from .scopes import Reach, reach_of

LOOK = ("add", "change", "view")
_ANSWERS = "_policy_answers"


def ask_once(instance: Model) -> None:
    """Lets this very object keep what its policy answers about it: for a page that only shows it."""
    setattr(instance, _ANSWERS, {})


class EntryPolicy(ModelPermissionPolicy):
    """What activities, organisations and venues share; `within` and `covers` say the same of rows and of a form."""

    def within(self, reach: Reach, action: str) -> Q:
        """The entries that the action reaches; matches nothing for an empty reach."""
        raise NotImplementedError

    def covers(self, reach: Reach, action: str, values: dict[str, Any]) -> bool:
        """Whether an entry with these field values would be among those of `within`."""
        raise NotImplementedError

    def could(self, reach: Reach, action: str) -> bool:
        """Whether there may be any entry that the action reaches."""
        organisations = reach.trusted if action == "publish" else reach.organisations
        return bool(reach.areas or reach.venues or organisations)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return super().user_has_permission(user, action) and (
            works_everywhere(user) or self.could(reach_of(user), action)
        )

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        """Asks of the row in the database: what a draft says of itself proves nothing."""
        if not self.user_has_permission(user, action):
            return False
        if works_everywhere(user) or instance.pk is None:
            return True
        known = getattr(instance, _ANSWERS, {})
        if (user.pk, action) not in known:
            inside = self.within(reach_of(user), action)
            known[user.pk, action] = self.model._default_manager.filter(inside, pk=instance.pk).exists()
        return known[user.pk, action]

    def user_may_write(self, user: Any, action: str, values: dict[str, Any]) -> bool:
        """Whether the user may leave an entry behind that has these field values."""
        if not self.user_has_permission(user, action):
            return False
        return works_everywhere(user) or self.covers(reach_of(user), action, values)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        entries = self.model._default_manager
        allowed = [action for action in actions if self.user_has_permission(user, action)]
        if not allowed:
            return entries.none()
        if works_everywhere(user):
            return entries.all()
        reach, inside = reach_of(user), Q(pk__in=[])
        for action in allowed:
            inside |= self.within(reach, action)
        return entries.filter(inside)

    def users_with_any_permission_for_instance(self, actions: Iterable[str], instance: Model) -> QuerySet:
        users = self.users_with_any_permission(actions)
        fitting = [
            user.pk for user in users if any(self.user_has_permission_for_instance(user, a, instance) for a in actions)
        ]
        return users.filter(pk__in=fitting)

    def choosable(self, user: Any) -> QuerySet:
        """What the user may point to in a form: what everybody can see anyway, and their own."""
        entries = self.model._default_manager
        if not user.has_perm(self._get_permission_name("view")):
            return entries.none()
        own = self.instances_user_has_any_permission_for(user, LOOK)
        return entries.filter(Q(live=True) | Q(pk__in=own.order_by().values("pk")))


class ActivityPolicy(EntryPolicy):
    """Those of the area, of the organisation, at the venue."""

    def __init__(self) -> None:
        super().__init__(Activity)

    def within(self, reach: Reach, action: str) -> Q:
        served = Activity.areas.through.objects.filter(activity=OuterRef("pk"), area__in=reach.areas)
        organisations = reach.trusted if action == "publish" else reach.organisations
        return Q(organisation__in=organisations) | Q(venue__in=reach.venues) | Q(Exists(served))

    def covers(self, reach: Reach, action: str, values: dict[str, Any]) -> bool:
        organisations = reach.trusted if action == "publish" else reach.organisations
        return (
            _key(values.get("organisation")) in organisations
            or _key(values.get("venue")) in reach.venues
            or any(area.pk in reach.areas for area in values.get("areas") or ())
        )


class OrganisationPolicy(EntryPolicy):
    """One's own; and for those with an area, such as have nothing anywhere else."""

    def __init__(self) -> None:
        super().__init__(Organisation)

    def within(self, reach: Reach, action: str) -> Q:
        own = Q(pk__in=reach.trusted if action == "publish" else reach.organisations)
        if not reach.areas:
            return own
        here = Activity.areas.through.objects.filter(activity=OuterRef("pk"), area__in=reach.areas)
        elsewhere = Activity.objects.filter(~Exists(here), organisation=OuterRef("pk"))
        return own | Q(~Exists(elsewhere))

    def covers(self, reach: Reach, action: str, values: dict[str, Any]) -> bool:
        # Nothing in the form says where an organisation is at home; a new one is nowhere else.
        return True

    def could(self, reach: Reach, action: str) -> bool:
        organisations = reach.trusted if action == "publish" else reach.organisations
        return bool(reach.areas or (organisations and action != "add"))

    def choosable(self, user: Any) -> QuerySet:
        """An association chooses among its own; whoever writes for an area or a venue, among all."""
        reach = reach_of(user)
        if works_everywhere(user) or reach.areas or reach.venues:
            return super().choosable(user)
        return self.instances_user_has_any_permission_for(user, LOOK)


class VenuePolicy(EntryPolicy):
    """Those in the area, and one's own."""

    def __init__(self) -> None:
        super().__init__(Venue)

    def within(self, reach: Reach, action: str) -> Q:
        return Q(area__in=reach.areas) | Q(pk__in=reach.venues)

    def covers(self, reach: Reach, action: str, values: dict[str, Any]) -> bool:
        return _key(values.get("area")) in reach.areas or values.get("pk") in reach.venues

    def could(self, reach: Reach, action: str) -> bool:
        return bool(reach.areas or (reach.venues and action != "add"))


class HolidayCalendarPolicy(EntryPolicy):
    """Those of the area."""

    def __init__(self) -> None:
        super().__init__(HolidayCalendar)

    def within(self, reach: Reach, action: str) -> Q:
        return Q(area__in=reach.areas)

    def covers(self, reach: Reach, action: str, values: dict[str, Any]) -> bool:
        return _key(values.get("area")) in reach.areas

    def could(self, reach: Reach, action: str) -> bool:
        return bool(reach.areas)

    def choosable(self, user: Any) -> QuerySet:
        """Nothing points to a calendar."""
        return self.model._default_manager.none()


ACTIVITIES, ORGANISATIONS, VENUES = ActivityPolicy(), OrganisationPolicy(), VenuePolicy()
POLICIES: dict[type[Model], EntryPolicy] = {
    Activity: ACTIVITIES,
    Organisation: ORGANISATIONS,
    Venue: VENUES,
    HolidayCalendar: HolidayCalendarPolicy(),
}


def _key(entry: Model | None) -> int | None:
    return entry.pk if entry else None
