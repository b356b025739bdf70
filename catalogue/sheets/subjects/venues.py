"""Spreadsheets of venues."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...choices import VenueKind
from ...importing.entries import VenueEntry
from ...importing.entry import EntryReader
from ...importing.places import read_venue
from ...importing.rows.base import Registry
from ...importing.rows.places import VenueRows
from ...models import Area, Venue
from ...models.sheet_import import ImportKind
from ...policies import VENUES as POLICY
from .. import cells
from ..column import (
    KEY,
    NUMBER,
    TEXT,
    VERSION,
    Column,
    accessibility,
    one_choice,
    one_of,
    print_same,
    read_degrees,
    read_key,
)
from ..names import Names
from .base import Identity, Subject, Told, folded


class Venues(Subject):
    """Known by name and area."""

    kind, model, policy, rows = ImportKind.VENUES, Venue, POLICY, VenueRows
    sheet, file = "Steder", "steder"
    from_the_catalogue = ("area",)
    it = gettext_lazy("Stedet")
    unknown_key = gettext_lazy("Der er intet sted med den nøgle. Lad cellen være tom for et nyt.")
    several = gettext_lazy("%(n)d steder har det navn og område. Skriv nøglen: %(keys)s.")
    open_it = gettext_lazy("Se stedet")
    template = gettext_lazy("Skabelon til nye steder (Excel)")
    guide = gettext_lazy("1. Skriv en række for hvert sted i arket »Steder«. Overskrifter med * skal udfyldes.")
    rest = gettext_lazy(
        "5. Kan det ikke stå her, så skriv det i redaktørernes sider: billeder, noter om tilgængelighed, og om stedet "
        "er et aktivitetscenter."
    )

    @cached_property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        key = "Lad den stå. Er den tom, bliver rækken til et nyt sted, medmindre området har et med samme navn."
        degrees = "Lad den stå tom, når du ikke kender den, og sæt nålen på kortet bagefter."
        return (
            Column("Nøgle", KEY, read_key, print_same, key, width=24, other_headings=("slug", "uuid"),
                   example="biblioteket-i-korsoer"),
            Column("Navn", "name", **TEXT, required=True, width=34, help="Højst 200 tegn.", example="Biblioteket",
                   other_headings=("Sted",)),
            Column("Slags", "kind", **one_choice(VenueKind), required=True, width=20,
                   example=str(VenueKind.LIBRARY.label)),
            Column("Adresse", "address", **TEXT, width=30, help="Vej og nummer.", example="Storgade 1"),
            Column("Postnummer", "postcode", **TEXT, required=True, width=12, help="Fire cifre.", example="4220"),
            Column("Område", "area", **one_of("areas"), required=True, width=24,
                   help="Navnet, som det står i kataloget."),
            Column("Breddegrad", "lat", read_degrees, print_same, f"Som 55,3321. {degrees}", width=12),
            Column("Længdegrad", "lon", read_degrees, print_same, f"Som 11,1353. {degrees}", width=12),
            Column("Sådan kommer du derhen", "transport", **TEXT, width=44,
                   example="Bussen holder lige udenfor. Der er trappe ved døren mod torvet."),
            Column("Nærmeste stoppested", "stop_name", **TEXT, width=24, example="Korsør Station",
                   help="Skriv det kun, hvis I ved, hvor langt der er at gå."),
            Column("Meter fra stoppestedet", "stop_metres", **NUMBER, width=12, example=250,
                   help="Så langt, som man går, ikke i lige linje."),
            *accessibility(),
            Column("Version", VERSION, NUMBER["read"], print_same, "Lad den stå. Den viser, om nogen har rettet i "
                   "kataloget, efter at du hentede filen.", width=10),
        )  # fmt: skip

    def entry_of(self, row: Venue) -> dict[str, Any]:
        plain = ("slug", "name", "kind", "address", "postcode", "transport", "stop_name", "stop_metres")
        return {name: getattr(row, name) for name in plain} | {
            "area": row.area.slug,
            "lat": row.latitude,
            "lon": row.longitude,
            "accessibility": {answer.feature: answer.holds for answer in row.accessibility_answers.all()},
        }

    def read(self, reader: EntryReader) -> VenueEntry:
        return read_venue(reader, needs_point=False)

    def identities(self) -> Iterable[Identity]:
        for slug, uuid, name, area in Venue.objects.values_list("slug", "uuid", "name", "area__slug"):
            yield slug, str(uuid), (folded(name), area)

    def identity(self, found: dict[str, Any], names: Names) -> Hashable | None:
        name, area = folded(found.get("name")), cells.text(found.get("area")).strip()
        return (name, names.areas.find(area) if area else None) if name else None

    def own(self, row: Venue | None, entry: VenueEntry, registry: Registry) -> dict[str, Any]:
        return {"pk": row.pk if row else None, "area": registry.get(Area, entry.area)}

    def what_to_choose(self, user: Any) -> Told:
        return self.headings["area"], _("Rækken ligger uden for dit område. Vælg et område, som du har ansvar for.")


VENUES = Venues()
