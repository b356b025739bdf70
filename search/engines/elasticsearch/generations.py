"""Generations of the index: each rebuild fills a new one, and an alias moves when it is whole.

Three kinds of alias, for an index called `katalog`:
- `katalog` is what searches ask and updates write to;
- `katalog-next` is there while a rebuild runs, and updates write to it as well;
- `katalog-<stamp>-filling` is the rebuild's own way into its generation, so that nothing it writes ends elsewhere.

Documents are written through an alias that must exist, because a write to a name that is gone would make a new index.
"""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from .mapping import SETTINGS, mappings


class Generations:
    """The generations of one index on one server."""

    def __init__(self, client: Elasticsearch, name: str) -> None:
        self.client = client
        self.alias = name
        self.next_alias = f"{name}-next"
        self.pattern = re.compile(rf"{re.escape(name)}-\d{{20}}-[0-9a-f]{{6}}\Z")

    def filling(self, generation: str) -> str:
        """The alias through which the rebuild writes to its generation."""
        return f"{generation}-filling"

    def current(self) -> str | None:
        """The generation that answers, or None when there is none yet."""
        return next(iter(self._behind(self.alias)), None)

    def begin(self) -> str:
        """A new, empty generation that updates are written to from now on; a rebuild that was under way is given up."""
        now = datetime.now(UTC)
        generation = f"{self.alias}-{now:%Y%m%d%H%M%S%f}-{secrets.token_hex(3)}"
        self.client.indices.create(
            index=generation,
            settings={**SETTINGS, "refresh_interval": "-1"},
            mappings=mappings(built_at=now.isoformat(timespec="seconds")),
            aliases={self.filling(generation): {}},
            wait_for_active_shards=1,
        )
        given_up = [{"remove_index": {"index": other}} for other in self._behind(self.next_alias)]
        self.client.indices.update_aliases(
            actions=[*given_up, {"add": {"index": generation, "alias": self.next_alias}}]
        )
        return generation

    def switch_to(self, generation: str) -> None:
        """Lets the generation answer, in one step; raises `NotFoundError` when a later rebuild has taken over."""
        before = self._behind(self.alias)
        self.client.indices.refresh(index=generation)
        self.client.indices.put_settings(index=generation, settings={"refresh_interval": SETTINGS["refresh_interval"]})
        leave: list[dict[str, Any]] = [{"remove": {"index": old, "alias": self.alias}} for old in before]
        self.client.indices.update_aliases(
            actions=[
                *leave,
                {"remove": {"index": generation, "alias": self.next_alias, "must_exist": True}},
                {"remove": {"index": generation, "alias": self.filling(generation)}},
                {"add": {"index": generation, "alias": self.alias}},
            ]
        )
        self._forget(older_than=generation, keep={generation, *before})

    def give_up(self, generation: str) -> None:
        """Removes a generation that was not finished."""
        self.client.options(ignore_status=404).indices.delete(index=generation)

    def _behind(self, alias: str) -> list[str]:
        try:
            return list(self.client.indices.get_alias(name=alias))
        except NotFoundError:
            return []

    def _forget(self, *, older_than: str, keep: set[str]) -> None:
        """Removes old generations but the last, which searches under way may still be reading."""
        found = self.client.indices.get_settings(index=f"{self.alias}-*", name="index.uuid")
        old = [name for name in found if self.pattern.match(name) and name < older_than and name not in keep]
        for name in old:
            self.give_up(name)
