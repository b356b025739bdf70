"""What the one who reads a file in may do with each row: the policies of the catalogue, asked for many at once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from accounts.permissions import works_everywhere

from ..completeness import missing
from ..importing.entries import ActivityEntry
from ..importing.rows.activities import COLUMNS
from ..importing.rows.base import Registry
from ..models import Activity, Area, Organisation, Venue
from ..policies import ACTIVITIES
from ..scopes import reach_of
from .names import Names
from .row import headings

Told = tuple[str, str]


class Rights:
    """Two queries for the activities, whatever their number."""

    def __init__(self, by: Any) -> None:
        self.by = by
        self.changeable = self._keys("change")
        self.publishable = self._keys("publish")

    def _keys(self, action: str) -> set[int]:
        entries = ACTIVITIES.instances_user_has_permission_for(self.by, action)
        return set(entries.order_by().values_list("pk", flat=True))

    def may_change(self, row: Activity) -> bool:
        return row.pk in self.changeable

    def version_for(self, row: Activity) -> Activity:
        """What the user goes on from: who may not publish works on the draft."""
        if row.pk in self.publishable or not row.has_unpublished_changes or row.latest_revision is None:
            return row
        return row.get_latest_revision_as_object()

    def problems(
        self, row: Activity | None, entry: ActivityEntry, values: dict[str, Any], registry: Registry, names: Names
    ) -> list[Told]:
        """Whether the entry would lie within what the user is responsible for, and point to nobody else's."""
        if works_everywhere(self.by):
            return []
        if not ACTIVITIES.user_may_write(self.by, "change" if row else "add", _own(row, entry, registry)):
            return [self._what_to_choose()]
        told = []
        for field, kind in (("organisation", names.organisations), ("venue", names.venues)):
            slug = getattr(entry, field)
            if slug and field in values and slug not in kind.offered:
                told.append((headings()[field], _("Den hører til en anden, og du kan ikke vælge den.")))
        return told

    def _what_to_choose(self) -> Told:
        reach = reach_of(self.by)
        if reach.areas:
            return headings()["areas"], _("Rækken ligger uden for dit område. Vælg et område, som du har ansvar for.")
        if reach.venues:
            return headings()["venue"], _("Rækken hører til et andet sted. Vælg et sted, som du har ansvar for.")
        return (
            headings()["organisation"],
            _("Rækken hører til en anden arrangør. Vælg en arrangør, som du har ansvar for."),
        )

    def publishes(self, row: Activity | None, entry: ActivityEntry, registry: Registry) -> bool:
        if row and row.pk not in self.publishable:
            return False
        return ACTIVITIES.user_may_write(self.by, "publish", _own(row, entry, registry))

    def standing_in_the_way(
        self, row: Activity | None, entry: ActivityEntry, registry: Registry, *, publishes: bool
    ) -> list[Told]:
        """Locks, drafts and approvals that the row must not run over, and what lacks before it can be public."""
        if row and row.locked:
            return [("", _("Aktiviteten er låst i redaktionen. Lås den op, og prøv igen."))]
        if row and row.has_unpublished_changes and row.pk in self.publishable:
            return [("", _("Der ligger en kladde, som ikke er udgivet. Udgiv eller fortryd den, og prøv igen."))]
        if row and not publishes and row.workflow_in_progress:
            return [("", _("Aktiviteten venter på godkendelse og kan ikke rettes imens."))]
        if not publishes or (row and not row.live):
            return []
        would_be = Activity(**{name: value for name, value in entry.values.items() if name in COLUMNS})
        would_be.organisation = registry.get(Organisation, entry.organisation)
        lacks = missing(would_be, has_schedule=bool(entry.schedules))
        paths = {"contact_phone": "contact.phone", "contact_email": "contact.email"}
        return [(headings()[paths.get(field, field)], message) for field, message in lacks.items()]


def _own(row: Activity | None, entry: ActivityEntry, registry: Registry) -> dict[str, Any]:
    return {
        "pk": row.pk if row else None,
        "organisation": registry.get(Organisation, entry.organisation),
        "venue": registry.get(Venue, entry.venue) if entry.venue else None,
        "areas": [registry.get(Area, slug) for slug in entry.areas],
    }
