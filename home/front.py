"""What the front page's search box offers."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from search.presenters.addresses import Addresses
from search.presenters.chips import ChipLink
from search.query import SearchQuery

# Searched for as they stand, whatever language they are shown in: the catalogue is in Danish.
EXAMPLES = (
    gettext_noop("nogen at gå en tur med"),
    gettext_noop("en der ringer til mig"),
    gettext_noop("spise sammen med andre"),
    gettext_noop("synge i kor"),
    gettext_noop("jeg har mistet min mand"),
)


@dataclass(frozen=True, slots=True)
class Front:
    """Example searches."""

    examples: list[ChipLink]


def front() -> Front:
    """What the search box of the front page offers."""
    return Front(examples=[ChipLink(_(words), Addresses().of(SearchQuery(text=words))) for words in EXAMPLES])
