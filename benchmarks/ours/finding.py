"""The professionals' finder through its address, with what it knows of the catalogue kept, and with nothing kept."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from statistics import median
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue import kept
from catalogue.models import Area, Interest
from referral.choices import Barrier, Miss

from ..measures import summary

ADDRESS = "/for-fagfolk/find/"
# Nothing kept takes long in a large catalogue: a few times say enough.
READ_SHARE = 4


def measured(rounds: int) -> dict[str, Any]:
    """Milliseconds and SQL of the page for different needs, by whether the catalogue is known; one after the other."""
    client = Client(headers={"host": "localhost"})
    times: dict[str, list[float]] = {"kept": [], "read": []}
    sql: dict[str, int] = {}
    versions = {"kept": "the same all the time", "read": None}
    for number, address in enumerate(_addresses(rounds * READ_SHARE + 1)):
        for way, version in versions.items():
            if way == "read" and number % READ_SHARE:
                continue
            kept.follow(lambda version=version: version)
            with CaptureQueriesContext(connection) as asked:
                took = _fetch(client, address)
            if number:
                times[way].append(took)
                sql[way] = max(sql.get(way, 0), len(asked))
    found: dict[str, Any] = {way: {**summary(one), "sql": sql[way]} for way, one in times.items()}
    return {**found, "ratio": round(median(times["kept"]) / median(times["read"]), 3)}


def _addresses(count: int) -> Iterator[str]:
    """Different needs, the same each time it is run."""
    chance = random.Random(1)
    areas = list(Area.objects.without_tree_fields().values_list("slug", flat=True))
    interests = list(Interest.objects.values_list("slug", flat=True))
    for _ in range(count):
        needs = {
            "alder": chance.randint(18, 95),
            "omraade": chance.choice(areas),
            "savner": chance.sample(Miss.values, 2),
            "kan_lide": chance.sample(interests, 2),
            "hindring": chance.sample([str(Barrier.NO_IT), str(Barrier.NOT_ALONE), str(Barrier.LOW_INCOME)], 1),
        }
        yield f"{ADDRESS}?{urlencode(needs, doseq=True)}"


def _fetch(client: Client, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}")
    return took
