"""Areas within areas, read once for many documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from catalogue.models import Area


class AreaTree:
    """Which areas lie in which, by slug; there are a few hundred at most."""

    def __init__(self, rows: Iterable[tuple[int, str, int | None]]) -> None:
        self._slugs: dict[int, str] = {}
        self._parents: dict[int, int | None] = {}
        self._children: dict[int, list[int]] = defaultdict(list)
        for pk, slug, parent in rows:
            self._slugs[pk] = slug
            self._parents[pk] = parent
            if parent is not None:
                self._children[parent].append(pk)

    @classmethod
    def load(cls) -> AreaTree:
        """The areas of the database, in one query."""
        return cls(Area.objects.without_tree_fields().order_by("pk").values_list("pk", "slug", "parent_id"))

    def upward(self, pks: Iterable[int]) -> set[str]:
        """Slugs of the areas and of all that hold them."""
        found: set[int] = set()
        for pk in pks:
            at: int | None = pk
            while at is not None and at not in found:
                found.add(at)
                at = self._parents[at]
        return {self._slugs[pk] for pk in found}

    def downward(self, pks: Iterable[int]) -> set[str]:
        """Slugs of the areas and of all that lie in them."""
        found: set[int] = set()
        waiting = list(pks)
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting += self._children[pk]
        return {self._slugs[pk] for pk in found}
