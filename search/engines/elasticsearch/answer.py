"""The response of Elasticsearch as `Found`."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from ...plan import Found, FoundHit, Plan
from .request import HITS, facet_key, probe_key, sort_keys, tier_key


def found_of(plan: Plan, response: Mapping[str, Any]) -> Found:
    """The answer to `plan` in the body of the response to its request."""
    aggregations = response["aggregations"]
    hits = aggregations[HITS]
    total = hits["doc_count"]
    tier_totals = (total,)
    if plan.tiers:
        tier_totals = tuple(hits[tier_key(number)]["doc_count"] for number in range(len(plan.tiers) + 1))
    return Found(
        hits=tuple(_tiered(plan, hits) if plan.tiers else _flat(plan, response)),
        total=total,
        tier_totals=tier_totals,
        facets={name: _facet(name, aggregations) for name in plan.facets},
        probes={probe.name: aggregations[probe_key(number)]["doc_count"] for number, probe in enumerate(plan.probes)},
    )


def _facet(name: str, aggregations: Mapping[str, Any]) -> dict[str, int]:
    key = facet_key(name)
    holder = aggregations.get(key, aggregations[HITS])
    return {bucket["key"]: bucket["doc_count"] for bucket in holder.get(key, {}).get("buckets", ())}


def _flat(plan: Plan, response: Mapping[str, Any]) -> Iterator[FoundHit]:
    keys = sort_keys(plan)
    for hit in response.get("hits", {}).get("hits", ()):
        yield _hit(keys, hit["sort"], tier=0)


def _tiered(plan: Plan, hits: Mapping[str, Any]) -> Iterator[FoundHit]:
    """The page's share of each tier: every tier brings its hits from its first to the last that the page might need."""
    keys = sort_keys(plan)
    start, end = plan.offset, plan.offset + plan.limit
    for number in range(len(plan.tiers) + 1):
        tier = hits[tier_key(number)]
        size = tier["doc_count"]
        for hit in _best(tier)[max(start, 0) : max(end, 0)]:
            yield _hit(keys, hit["sort"], tier=number)
        start, end = start - size, end - size


def _best(tier: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return tier.get(HITS, {}).get("hits", {}).get("hits", [])


def _hit(keys: tuple[str, ...], values: list[Any], *, tier: int) -> FoundHit:
    value = dict(zip(keys, values, strict=True))
    kilometres = float(value.get("distance", math.inf))
    return FoundHit(
        id=value["id"],
        score=float(value["score"]),
        tier=tier,
        distance_km=kilometres if math.isfinite(kilometres) else None,
    )
