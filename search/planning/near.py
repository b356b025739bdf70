"""Near me: a postcode, a place's name, an area or a point, and a radius."""

from __future__ import annotations

import re
from dataclasses import replace

from search.language.analysis import analyse
from search.plan import Any_, AnyOf, Filter, Within
from search.planning.bounds import at_home
from search.query import POINT, Ignored, SearchQuery
from search.results import NearPlace
from search.schema import KeywordField
from search.understanding.places import Gazetteer

POSTCODE = re.compile(r"\d{4}(?!\d)")


def with_known_place(query: SearchQuery, gazetteer: Gazetteer) -> SearchQuery:
    """The question without a place that nobody knows; it is named among what was ignored, so that the page says so."""
    if not query.near or origin_of(query.near, gazetteer) is not None:
        return query
    return replace(query, near="", ignored=(*query.ignored, Ignored("naer", query.near)))


def origin_of(near: str, gazetteer: Gazetteer) -> tuple[float, float] | None:
    """Latitude and longitude that ``near`` means; None for a postcode or area that nobody knows."""
    if point := POINT.match(near):
        return float(point[1]), float(point[2])
    slug = area_of(near, gazetteer)
    area = gazetteer.areas.get(slug) if slug else None
    return area.centre if area else None


def area_of(near: str, gazetteer: Gazetteer) -> str | None:
    """Slug of the area that ``near`` names or lies nearest to."""
    if near in gazetteer.areas:
        return near
    if point := POINT.match(near):
        return gazetteer.nearest((float(point[1]), float(point[2])))
    if digits := POSTCODE.match(near):
        place = gazetteer.postcode(digits[0])
        return place.areas[0] if place else None
    named = gazetteer.book.longest(analyse(near))
    return named[0].meaning.areas[0] if named else None


def place_of(near: str, gazetteer: Gazetteer) -> NearPlace | None:
    """The name of the area that ``near`` names, for people; None for a point, a postcode and what nobody knows."""
    if POINT.match(near) or POSTCODE.match(near) or (slug := area_of(near, gazetteer)) is None:
        return None
    area = gazetteer.areas[slug]
    return NearPlace(area.name, whole=area.parent is None)


def near_filter(query: SearchQuery, gazetteer: Gazetteer) -> Filter | None:
    """Within the radius; or anywhere, when it comes to the people of the area by phone, on the net or at home.

    Who names a whole kommune means all of it, not what lies around its middle.
    """
    if not query.near or (origin := origin_of(query.near, gazetteer)) is None:
        return None
    within = Within(*origin, float(query.radius))
    place, area = place_of(query.near, gazetteer), area_of(query.near, gazetteer)
    if area is None:
        return Filter("naer", within)
    reaching = AnyOf(KeywordField.REACH, (area,)) if place and place.whole else at_home((area,))
    return Filter("naer", Any_((within, reaching)))
