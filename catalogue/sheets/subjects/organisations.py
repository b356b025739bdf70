"""Spreadsheets of organisations."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...choices import OrganisationKind
from ...importing.entries import OrganisationEntry
from ...importing.entry import EntryReader
from ...importing.places import read_organisation
from ...importing.rows.places import OrganisationRows
from ...models import Organisation
from ...models.sheet_import import ImportKind
from ...policies import ORGANISATIONS as POLICY
from ..column import KEY, NUMBER, TEXT, VERSION, Column, one_choice, print_same, read_key
from ..names import Names
from .base import Identity, Subject, Told, folded


class Organisations(Subject):
    """Known by name."""

    kind, model, policy, rows = ImportKind.ORGANISATIONS, Organisation, POLICY, OrganisationRows
    sheet, file = "Arrangører", "arrangoerer"
    it = gettext_lazy("Arrangøren")
    unknown_key = gettext_lazy("Der er ingen arrangør med den nøgle. Lad cellen være tom for en ny.")
    several = gettext_lazy("%(n)d arrangører har det navn. Skriv nøglen: %(keys)s.")
    open_it = gettext_lazy("Se arrangøren")
    template = gettext_lazy("Skabelon til nye arrangører (Excel)")
    guide = gettext_lazy("1. Skriv en række for hver arrangør i arket »Arrangører«. Overskrifter med * skal udfyldes.")
    rest = gettext_lazy("5. Hvem der har ansvar for arrangøren, skrives i redaktørernes sider.")

    @cached_property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        name = "Lad den stå. Er den tom, bliver rækken til en ny arrangør, medmindre der er en med samme navn."
        return (
            Column("Nøgle", KEY, read_key, print_same, name, width=24, other_headings=("slug", "uuid"),
                   example="sangvennerne"),
            Column("Navn", "name", **TEXT, required=True, width=34, help="Højst 200 tegn.", example="Sangvennerne",
                   other_headings=("Arrangør",)),
            Column("Slags", "kind", **one_choice(OrganisationKind), required=True, width=20,
                   example=str(OrganisationKind.ASSOCIATION.label)),
            Column("Kort om arrangøren", "summary", **TEXT, width=50, example="Vi synger sammen hver tirsdag."),
            Column("Telefon", "phone", **TEXT, example="58 00 00 00"),
            Column("Mail", "email", **TEXT, width=30, other_headings=("E-mail",), example="sang@forening.example",
                   help="Her spørger vi, om jeres aktiviteter stadig passer."),
            Column("Hjemmeside", "web", **TEXT, width=34, other_headings=("Website",),
                   example="https://sang.example/"),
            Column("Version", VERSION, NUMBER["read"], print_same, "Lad den stå. Den viser, om nogen har rettet i "
                   "kataloget, efter at du hentede filen.", width=10),
        )  # fmt: skip

    def entry_of(self, row: Organisation) -> dict[str, Any]:
        plain = ("slug", "name", "kind", "summary", "phone", "email")
        return {name: getattr(row, name) for name in plain} | {"web": row.website}

    def read(self, reader: EntryReader) -> OrganisationEntry:
        return read_organisation(reader)

    def identities(self) -> Iterable[Identity]:
        for slug, uuid, name in Organisation.objects.values_list("slug", "uuid", "name"):
            yield slug, str(uuid), folded(name)

    def identity(self, found: dict[str, Any], names: Names) -> Hashable | None:
        return folded(found.get("name")) or None

    def what_to_choose(self, user: Any) -> Told:
        return self.headings["name"], _("Du har ikke ansvar for arrangøren.")


ORGANISATIONS = Organisations()
