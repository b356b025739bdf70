"""What the one who reads a file in may do with each row: the policies of the catalogue, asked for many at once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from accounts.permissions import works_everywhere

from ..importing.rows.base import Registry
from ..models.editing import EditedEntry
from .names import Names
from .subjects import Subject

Told = tuple[str, str]


class Rights:
    """Two queries for the entries, whatever their number."""

    def __init__(self, by: Any, subject: Subject) -> None:
        self.by, self.subject = by, subject
        self.changeable = self._keys("change")
        self.publishable = self._keys("publish")

    def _keys(self, action: str) -> set[int]:
        entries = self.subject.policy.instances_user_has_permission_for(self.by, action)
        return set(entries.order_by().values_list("pk", flat=True))

    def may_change(self, row: EditedEntry) -> bool:
        return row.pk in self.changeable

    def version_for(self, row: EditedEntry) -> Any:
        """What the user goes on from: who may not publish works on the draft."""
        if row.pk in self.publishable or not row.has_unpublished_changes or row.latest_revision is None:
            return row
        return row.get_latest_revision_as_object()

    def problems(
        self, row: EditedEntry | None, entry: Any, values: dict[str, Any], registry: Registry, names: Names
    ) -> list[Told]:
        """Whether the entry would lie within what the user is responsible for, and point to nobody else's."""
        if works_everywhere(self.by):
            return []
        if not self._may("change" if row else "add", row, entry, registry):
            return [self.subject.what_to_choose(self.by)]
        told = []
        for field, kind in self.subject.points_to.items():
            slug = getattr(entry, field)
            if slug and field in values and slug not in getattr(names, kind).offered:
                told.append((self.subject.headings[field], _("Den hører til en anden, og du kan ikke vælge den.")))
        return told

    def publishes(self, row: EditedEntry | None, entry: Any, registry: Registry) -> bool:
        if row and row.pk not in self.publishable:
            return False
        return self._may("publish", row, entry, registry)

    def _may(self, action: str, row: EditedEntry | None, entry: Any, registry: Registry) -> bool:
        return self.subject.policy.user_may_write(self.by, action, self.subject.own(row, entry, registry))

    def standing_in_the_way(
        self, row: EditedEntry | None, entry: Any, registry: Registry, *, publishes: bool
    ) -> list[Told]:
        """Locks, drafts and approvals that the row must not run over, and what lacks before it can be public."""
        it = {"it": self.subject.it}
        if row and row.locked:
            return [("", _("%(it)s er låst i redaktionen. Lås op, og prøv igen.") % it)]
        if row and row.has_unpublished_changes and row.pk in self.publishable:
            return [("", _("Der ligger en kladde, som ikke er udgivet. Udgiv eller fortryd den, og prøv igen."))]
        if row and not publishes and row.workflow_in_progress:
            return [("", _("%(it)s venter på godkendelse og kan ikke rettes imens.") % it)]
        if not publishes or (row and not row.live):
            return []
        return self.subject.lacks(entry, registry)
