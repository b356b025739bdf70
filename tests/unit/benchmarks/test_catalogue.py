"""The synthetic catalogue."""

from __future__ import annotations

import re
from itertools import islice

from benchmarks.catalogue import make_catalogue


def test_same_size_and_seed_give_the_same_entries() -> None:
    first, second = make_catalogue(300), make_catalogue(300)
    assert (first.areas, first.venues, first.organisations) == (second.areas, second.venues, second.organisations)
    assert list(first.activities()) == list(second.activities())
    assert list(make_catalogue(300, seed=1).activities()) != list(first.activities())


def test_entries_keep_the_catalogues_rules() -> None:
    catalogue = make_catalogue(2000)
    rows = list(catalogue.activities())
    for kind in (rows, catalogue.areas, catalogue.venues, catalogue.organisations):
        slugs = [row.slug for row in kind]
        assert len(set(slugs)) == len(slugs)
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= 120 for slug in slugs)
    assert all(len(row.summary) <= 160 and len(row.title) <= 200 for row in rows)
    assert {row.type for row in rows} == {"opsoegende", "forebyggende", "relationel"}
    assert all((row.venue is None) == (set(row.delivery) <= {"hjemme", "telefon", "online"}) for row in rows)


def test_a_large_catalogue_begins_at_once() -> None:
    assert len(list(islice(make_catalogue(100_000).activities(), 3))) == 3
