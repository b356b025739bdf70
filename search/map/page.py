"""The page of the map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.queries.areas import Kommune

from ..presenters.addresses import Addresses
from ..presenters.fields import notices_of, problems_of
from ..presenters.other_views import map_address
from ..presenters.results import count_words
from ..query import SearchQuery
from ..results import SearchResults
from .drawing import Drawing, drawing
from .geometry import Box
from .groups import PlaceGroup, groups_of

BOX = "udsnit"


@dataclass(frozen=True, slots=True)
class MapPage:
    """Everything the page shows. `tiles` is empty when the map is only drawn; `whole` leads back from a part of it."""

    count_words: str
    notices: list[str]
    groups: list[PlaceGroup]
    drawing: Drawing | None
    whole: str
    listed: str
    everything: str
    tiles: str
    attribution: str


def map_page(results: SearchResults, kommuner: list[Kommune], box: str, now: datetime, *, complete: bool) -> MapPage:
    """The map of an answer; `box` as in the address; `complete` is false when the answer holds more than is shown."""
    query, part = results.query, Box.parse(box)
    groups = groups_of(results.hits, now)

    def closer(inside: Box) -> str:
        return f"{reverse('search:map')}?{urlencode([*query.parameters(), (BOX, str(inside))])}"

    notices = [problem.words for problem in problems_of(query)] + notices_of(query)
    if not complete:
        notices.append(_("Der er mere, end kortet har plads til. Her er det, der passer bedst."))
    return MapPage(
        count_words=count_words(results),
        notices=notices,
        groups=groups,
        drawing=drawing(groups, kommuner, part, closer),
        whole=map_address(query) if part else "",
        listed=Addresses().of(query),
        everything=map_address(SearchQuery()),
        tiles=settings.MAP_TILES_URL,
        attribution=settings.MAP_TILES_ATTRIBUTION,
    )
