"""The groups of choices beside the results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.queries.areas import Kommune

from ..profiles import Profile
from ..results import Facet, FacetValue

# In the order of a talk on the telephone: where, when, what do you need, what do you like. Facets not named come last.
LEGENDS = {
    "omraade": _("Hvor?"),
    "dag": _("Hvilken dag?"),
    "tid": _("Hvornår på dagen?"),
    "adgang": _("Hvad har du brug for?"),
    "form": _("Ude, hjemme eller på telefon?"),
    "interesse": _("Hvad har du lyst til?"),
    "maalgruppe": _("Hvem er det for?"),
    "pris": _("Hvad må det koste?"),
    "karakter": _("Fast fællesskab eller en enkelt gang?"),
    "type": _("Hvilken af de tre døre?"),
    "sprog": _("Hvilket sprog?"),
    "tilmelding": _("Hvordan kommer man med?"),
    "henviser": _("Hvem kan foreslå det?"),
}
OPEN = frozenset({"omraade", "dag"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One checkbox; `parts` are the local areas of a kommune, folded away unless one of them is chosen."""

    value: str
    words: str
    count: int
    chosen: bool
    parts: tuple[Choice, ...] = ()

    @property
    def unit(self) -> str:
        """What is counted, for those who hear the number and see no column of them."""
        return ngettext("aktivitet", "aktiviteter", self.count)

    @property
    def open(self) -> bool:
        return self.chosen or any(part.chosen for part in self.parts)


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One fieldset."""

    name: str
    legend: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        """How many are chosen."""
        return sum(choice.chosen for choice in self.all())

    @property
    def open(self) -> bool:
        """Whether it stands unfolded from the start."""
        return self.name in OPEN or self.chosen > 0

    def all(self) -> list[Choice]:
        """The choices and their parts."""
        return [inner for choice in self.choices for inner in (choice, *choice.parts)]


def facet_groups(facets: Iterable[Facet], kommuner: Iterable[Kommune], hidden: frozenset[str]) -> list[FacetGroup]:
    """The facets in our order, areas as a tree, without those hidden."""
    order = list(LEGENDS)
    shown = [facet for facet in facets if facet.parameter not in hidden and facet.values]
    shown.sort(key=lambda facet: order.index(facet.parameter) if facet.parameter in order else len(order))
    return [group for facet in shown for group in _groups(facet, kommuner)]


def _groups(facet: Facet, kommuner: Iterable[Kommune]) -> list[FacetGroup]:
    """Accessibility is asked in the person's words first, and feature by feature in a group of its own."""
    if facet.parameter != "adgang":
        return [_group(facet, kommuner)]
    own = tuple(value for value in facet.values if value.value in Profile.values)
    exact = tuple(value for value in facet.values if value.value not in Profile.values)
    legends = ((own, LEGENDS["adgang"]), (exact, _("Noget bestemt om adgangen?")))
    return [
        FacetGroup(facet.parameter, str(legend), tuple(map(_choice, values))) for values, legend in legends if values
    ]


def _group(facet: Facet, kommuner: Iterable[Kommune]) -> FacetGroup:
    choices = _tree(facet.values, kommuner) if facet.parameter == "omraade" else tuple(map(_choice, facet.values))
    return FacetGroup(facet.parameter, str(LEGENDS.get(facet.parameter, facet.label)), choices)


def _choice(value: FacetValue, parts: tuple[Choice, ...] = ()) -> Choice:
    return Choice(value.value, value.label, value.count, value.selected, parts)


def _tree(values: Iterable[FacetValue], kommuner: Iterable[Kommune]) -> tuple[Choice, ...]:
    """Every value once: kommuner with their parts, then what the tree does not know."""
    left = {value.value: value for value in values}
    choices: list[Choice] = []
    for kommune in kommuner:
        parts = tuple(_choice(left.pop(area.slug)) for area in kommune.parts if area.slug in left)
        root = left.pop(kommune.area.slug, None)
        choices += [_choice(root, parts)] if root else parts
    return (*choices, *map(_choice, left.values()))
