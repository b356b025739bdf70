"""Organisations, venues, areas and terms by the names that people write, both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..importing.problems import Invalid
from ..importing.values import suggestion
from ..models import Area, Interest, Organisation, TargetGroup, Venue
from ..policies import ORGANISATIONS, VENUES
from . import cells

_WITH_SLUG = re.compile(r"(?s).*\(([a-z0-9]+(?:-[a-z0-9]+)*)\)")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class Entries:
    """The rows of one kind, slug → name. `offered` are the slugs that the user may point to."""

    def __init__(self, unknown: str, names: Iterable[tuple[str, str]], offered: Collection[str] | None = None) -> None:
        self.unknown = unknown
        self.names = dict(names)
        self.offered = frozenset(self.names if offered is None else offered)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for slug, name in self.names.items():
            self._by_name[_folded(name)].append(slug)

    def label(self, slug: str | None) -> str:
        """The name; with the slug behind it when the name alone would not lead back."""
        if not slug:
            return ""
        name = self.names.get(slug, slug)
        alone = self._by_name.get(_folded(name)) == [slug] and not (set(name) & set(";,\n"))
        return name if alone else f"{name} ({slug})"

    def labels(self) -> list[str]:
        """What a drop-down offers, in the order of the names."""
        return [self.label(slug) for slug in self.names if slug in self.offered]

    def find(self, written: str) -> str:
        """The slug of what somebody has written: a name, a name with its slug behind it, or a slug."""
        found = self._by_name.get(_folded(written), [])
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            raise Invalid(
                _("%(n)d har navnet »%(name)s«. Skriv et af dem sådan: %(labels)s.")
                % {"n": len(found), "name": written, "labels": "; ".join(map(self.label, found))}
            )
        with_slug = _WITH_SLUG.fullmatch(written)
        slug = with_slug[1] if with_slug else written
        if slug in self.names:
            return slug
        near = suggestion(written, [self.names[slug] for slug in self.offered])
        raise Invalid(self.unknown % {"name": written[:100]} + near)

    def find_all(self, value: Any) -> list[str]:
        """The slugs of a list in one cell."""
        known = self._by_name.keys() | {self.label(slug).casefold() for slug in self.names}
        return [self.find(piece) for piece in cells.pieces(value, known)]


class Terms:
    """The words of a vocabulary, as they are spelt there."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = {_folded(name): name for name in names}

    def labels(self) -> list[str]:
        return list(self.names.values())

    def find_all(self, value: Any) -> list[str]:
        return [self._find(piece) for piece in cells.pieces(value, self.names)]

    def _find(self, written: str) -> str:
        found = self.names.get(_folded(written))
        if found is None:
            message = _("»%(term)s« er ikke i ordlisten.") % {"term": written[:100]}
            raise Invalid(message + suggestion(written.casefold(), self.names))
        return found


@dataclass(frozen=True, slots=True)
class Names:
    """All that a row may name."""

    organisations: Entries
    venues: Entries
    areas: Entries
    interests: Terms
    target_groups: Terms


def names_for(user: Any) -> Names:
    """What there is; drop-downs and suggestions hold only what this user may point to. A query for each kind or two."""
    return Names(
        organisations=Entries(
            _("»%(name)s« er ingen arrangør i kataloget."),
            _pairs(Organisation.objects.order_by("name", "pk")),
            ORGANISATIONS.choosable(user).values_list("slug", flat=True),
        ),
        venues=Entries(
            _("»%(name)s« er ikke et sted i kataloget."),
            _pairs(Venue.objects.order_by("name", "pk")),
            VENUES.choosable(user).values_list("slug", flat=True),
        ),
        areas=Entries(_("»%(name)s« er ikke et område i kataloget."), _pairs(Area.objects.all())),
        interests=Terms(Interest.objects.order_by("name").values_list("name", flat=True)),
        target_groups=Terms(TargetGroup.objects.order_by("name").values_list("name", flat=True)),
    )


def _pairs(rows: QuerySet) -> Iterable[tuple[str, str]]:
    return rows.values_list("slug", "name")
