"""Spreadsheets of activities."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...completeness import missing
from ...importing.activities import read_activity
from ...importing.entries import ActivityEntry
from ...importing.entry import EntryReader
from ...importing.rows.activities import COLUMNS, ActivityRows
from ...importing.rows.base import Registry
from ...models import Activity, Area, Organisation, Venue
from ...models.sheet_import import ImportKind
from ...policies import ACTIVITIES as POLICY
from ...scopes import reach_of
from .. import cells, times
from ..column import WHEN, Column
from ..columns import columns
from ..entry_of import entry_of
from ..names import Names
from .base import Identity, Subject, Told, folded


class Activities(Subject):
    """Known by title, organisation and venue."""

    kind, model, policy, rows = ImportKind.SHEET, Activity, POLICY, ActivityRows
    title, sheet, file = "title", "Aktiviteter", "aktiviteter"
    points_to = {"organisation": "organisations", "venue": "venues"}
    from_the_catalogue = ("organisation", "venue", "areas", "interests", "target_groups")
    it = gettext_lazy("Aktiviteten")
    unknown_key = gettext_lazy("Der er ingen aktivitet med den nøgle. Lad cellen være tom for en ny.")
    several = gettext_lazy("%(n)d aktiviteter har den titel, arrangør og det sted. Skriv nøglen: %(keys)s.")
    open_it = gettext_lazy("Se aktiviteten")
    template = gettext_lazy("Skabelon til nye aktiviteter (Excel)")
    guide = gettext_lazy(
        "1. Skriv en række for hver aktivitet i arket »Aktiviteter«. Overskrifter med * skal udfyldes."
    )
    rest = gettext_lazy(
        "5. Kan det ikke stå her, så skriv det i redaktørernes sider: billeder og aflyste eller flyttede gange."
    )

    @cached_property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        return columns()

    @cached_property
    def headings(self) -> dict[str, str]:  # type: ignore[override]
        return {column.field: column.heading for column in self.columns}

    def entry_of(self, row: Activity) -> dict[str, Any]:
        return entry_of(row)

    def read(self, reader: EntryReader) -> ActivityEntry:
        return read_activity(reader)

    def flat(self, entry: dict[str, Any]) -> dict[str, Any]:
        return entry | {WHEN: times.printed(entry.get(WHEN) or [])}

    def identities(self) -> Iterable[Identity]:
        found = Activity.objects.values_list("slug", "uuid", "title", "organisation__slug", "venue__slug")
        for slug, uuid, title, organisation, venue in found:
            yield slug, str(uuid), (folded(title), organisation, venue)

    def identity(self, found: dict[str, Any], names: Names) -> Hashable | None:
        organisation, venue = (
            kind.find(written) if (written := cells.text(found.get(name)).strip()) else None
            for name, kind in (("organisation", names.organisations), ("venue", names.venues))
        )
        title = folded(found.get("title"))
        return (title, organisation, venue) if title else None

    def own(self, row: Activity | None, entry: ActivityEntry, registry: Registry) -> dict[str, Any]:
        return {
            "pk": row.pk if row else None,
            "organisation": registry.get(Organisation, entry.organisation),
            "venue": registry.get(Venue, entry.venue) if entry.venue else None,
            "areas": [registry.get(Area, slug) for slug in entry.areas],
        }

    def what_to_choose(self, user: Any) -> Told:
        reach = reach_of(user)
        if reach.areas:
            return self.headings["areas"], _(
                "Rækken ligger uden for dit område. Vælg et område, som du har ansvar for."
            )
        if reach.venues:
            return self.headings["venue"], _("Rækken hører til et andet sted. Vælg et sted, som du har ansvar for.")
        return (
            self.headings["organisation"],
            _("Rækken hører til en anden arrangør. Vælg en arrangør, som du har ansvar for."),
        )

    def lacks(self, entry: ActivityEntry, registry: Registry) -> list[Told]:
        would_be = Activity(**{name: value for name, value in entry.values.items() if name in COLUMNS})
        would_be.organisation = registry.get(Organisation, entry.organisation)
        found = missing(would_be, has_schedule=bool(entry.schedules))
        paths = {"contact_phone": "contact.phone", "contact_email": "contact.email"}
        return [(self.headings[paths.get(field, field)], message) for field, message in found.items()]


ACTIVITIES = Activities()
