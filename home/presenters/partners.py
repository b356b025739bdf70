"""The partners, by kind, narrowed down by kind and area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.models import Area, Organisation

from ..choices import PartnerKind
from .narrowing import Choice, choices, chosen

if TYPE_CHECKING:
    from ..models.partners_page import Partner, PartnersPage


@dataclass(frozen=True, slots=True)
class PartnerView:
    """One partner; the address is its page in the catalogue, or its own website, or empty."""

    name: str
    text: str
    area: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """The partners of one kind."""

    heading: str
    partners: list[PartnerView]


@dataclass(frozen=True, slots=True)
class PartnersView:
    """What the page shows, and what there is to choose among."""

    groups: list[Group]
    total: int
    kinds: list[Choice]
    areas: list[Choice]
    narrowed: bool


def partners_view(page: PartnersPage, asked: Mapping[str, str]) -> PartnersView:
    """The page as asked by `slags` and `omraade` (an area's slug; its parts count too); a fixed number of queries."""
    partners = list(page.partners.all())
    tree = {area.pk: area for area in Area.objects.with_tree_fields()}
    used = {pk for partner in partners if partner.area_id in tree for pk in tree[partner.area_id].tree_path}
    present = {partner.kind for partner in partners}
    kinds = choices([(kind.value, str(kind.label)) for kind in PartnerKind if kind in present], asked.get("slags"))
    areas = choices([(area.slug, area.name) for pk, area in tree.items() if pk in used], asked.get("omraade"))
    kind, slug = chosen(kinds), chosen(areas)
    around = next((area.pk for area in tree.values() if area.slug == slug), None)
    shown = [
        partner
        for partner in partners
        if (not kind or partner.kind == kind)
        and (around is None or partner.area_id is None or around in tree[partner.area_id].tree_path)
    ]
    return PartnersView(
        groups=_groups(shown, tree),
        total=len(shown),
        kinds=kinds,
        areas=areas,
        narrowed=bool(kind or slug),
    )


def _groups(partners: Iterable[Partner], tree: Mapping[int, Area]) -> list[Group]:
    shown = list(partners)
    live = Organisation.objects.filter(pk__in={one.organisation_id for one in shown if one.organisation_id}, live=True)
    addresses = {organisation.pk: organisation.get_absolute_url() for organisation in live}
    groups = []
    for kind in PartnerKind:
        of_kind = [
            PartnerView(
                name=one.name,
                text=one.text,
                area=tree[one.area_id].name if one.area_id else "",
                address=addresses.get(one.organisation_id) or one.website,
            )
            for one in shown
            if one.kind == kind
        ]
        if of_kind:
            groups.append(Group(str(kind.label), of_kind))
    return groups
