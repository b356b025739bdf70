"""Every search is a link: from a question to its address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from catalogue.choices import ActivityType

from ..query import SearchQuery


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses on the page one is on: the whole catalogue, or one of its parts, which then is not named again."""

    part: ActivityType | None = None

    @property
    def page(self) -> str:
        """The page's own address, without a question."""
        if self.part:
            return reverse("search:part", kwargs={"part": self.part})
        return reverse("search:results")

    def of(self, query: SearchQuery) -> str:
        """The address of a question."""
        pairs = [(name, value) for name, value in query.parameters() if not (self.part and name == "type")]
        return f"{self.page}?{urlencode(pairs)}" if pairs else self.page
