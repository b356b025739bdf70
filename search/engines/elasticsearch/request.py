"""A plan as one search request.

Filters that are left out of some count are not part of the query but of each count: of a facet those that are not its
own, of a probe those that it does not name, of the hits all. Without tiers the hits are the request's own; with tiers
each tier is a bucket that brings its own best hits, because only scripts could sort by a condition.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elasticsearch.dsl import Search, aggs
from elasticsearch.dsl.query import Bool, Query

from ...choices import Sort
from ...plan import All, Condition, Filter, Not, Plan
from ...schema import FACETS, NumberField
from .conditions import all_of, bonus, query_of, scored, unscored
from .mapping import ID, LOCATION, WINDOW

# More values than any facet has; the server's own limit on buckets is 65,536.
MOST_VALUES = 10_000
HITS = "hits"
FIELDS_OF_ANSWER = "timed_out,hits.total.value,hits.hits.sort,aggregations.**.doc_count,aggregations.**.key,**.sort"
FIELDS_OF_ANSWERS = ",".join(f"responses.{field}" for field in (*FIELDS_OF_ANSWER.split(","), "status", "error.type"))


def sort_keys(plan: Plan) -> tuple[str, ...]:
    """What hits are sorted by, in order; distance comes last, where it is only to be shown."""
    keys = ["score", "id"]
    if plan.sort == Sort.NEXT_DATE:
        keys.insert(0, "next")
    if plan.origin:
        keys.insert(0 if plan.sort == Sort.DISTANCE else len(keys), "distance")
    return tuple(keys)


def search_of(plan: Plan) -> Search:
    """The search request."""
    search = Search().query(_query(plan)).extra(track_total_hits=True, stored_fields="_none_")
    hits = aggs.Filter(filter=_all(_open_filters(plan)))
    if plan.tiers:
        search = search.extra(size=0)
        _add_tiers(hits, plan)
    else:
        offset = min(plan.offset, WINDOW)
        size = min(plan.limit, WINDOW - offset)
        search = search.post_filter(_all(_open_filters(plan))).sort(*_sort(plan)).extra(from_=offset, size=size)
    search.aggs.bucket(HITS, hits)
    _add_facets(search, hits, plan)
    for number, probe in enumerate(plan.probes):
        wider = [one for one in _open_filters(plan) if one.name not in probe.without]
        groups = [unscored(plan.groups[group]) for group in probe.groups]
        search.aggs.bucket(probe_key(number), "filter", filter=Bool(filter=[_all(wider), *groups]))
    return search


def facet_key(name: str) -> str:
    """The name that a facet's bucket has in the answer."""
    return f"facet:{name}"


def probe_key(number: int) -> str:
    """The name that a probe's bucket has in the answer."""
    return f"probe:{number}"


def tier_key(number: int) -> str:
    """The name that a tier's bucket has in the answer."""
    return f"tier:{number}"


def _query(plan: Plan) -> Query:
    bonuses = [bonus(one) for one in plan.bonuses]
    fixed = all_of(one.condition for one in plan.filters if not _is_open(one, plan))
    if not plan.groups:
        return Bool(should=bonuses, filter=[fixed])
    groups = Bool(should=[scored(group) for group in plan.groups], minimum_should_match=plan.minimum_groups)
    return Bool(must=[groups], should=bonuses, filter=[fixed])


def _is_open(one: Filter, plan: Plan) -> bool:
    """Whether something is counted without the filter."""
    return one.name in plan.facets or any(one.name in probe.without for probe in plan.probes)


def _open_filters(plan: Plan) -> list[Filter]:
    return [one for one in plan.filters if _is_open(one, plan)]


def _all(filters: Iterable[Filter]) -> Query:
    return all_of(one.condition for one in filters)


def _add_facets(search: Search, hits: aggs.Filter, plan: Plan) -> None:
    """Facets without a filter of their own are counted among the hits, the others in a bucket each."""
    filtered = {one.name for one in plan.filters}
    for name in plan.facets:
        values = aggs.Terms(field=FACETS[name].value, size=MOST_VALUES)
        if name not in filtered:
            hits.bucket(facet_key(name), values)
            continue
        others = aggs.Filter(filter=_all(one for one in _open_filters(plan) if one.name != name))
        search.aggs.bucket(facet_key(name), others).bucket(facet_key(name), values)


def _add_tiers(hits: aggs.Filter, plan: Plan) -> None:
    reach = min(plan.offset + plan.limit, WINDOW)
    if not plan.limit or plan.offset >= WINDOW:
        reach = 0
    earlier: tuple[Condition, ...] = ()
    for number, condition in enumerate((*plan.tiers, All(()))):
        tier = aggs.Filter(filter=query_of(All((condition, *earlier))))
        if reach:
            tier.metric(HITS, "top_hits", size=reach, sort=_sort(plan), stored_fields="_none_", _source=False)
        hits.bucket(tier_key(number), tier)
        earlier = (*earlier, Not(condition))


def _sort(plan: Plan) -> list[dict[str, Any]]:
    return [_sort_by(key, plan) for key in sort_keys(plan)]


def _sort_by(key: str, plan: Plan) -> dict[str, Any]:
    if key == "score":
        return {"_score": {"order": "desc"}}
    if key == "next":
        return {NumberField.NEXT_START.value: {"order": "asc", "missing": "_last", "unmapped_type": "long"}}
    if key == "distance" and plan.origin:
        latitude, longitude = plan.origin
        point = {"lat": latitude, "lon": longitude}
        return {"_geo_distance": {LOCATION: point, "order": "asc", "unit": "km", "ignore_unmapped": True}}
    return {ID: {"order": "asc", "unmapped_type": "keyword"}}
