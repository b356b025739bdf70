"""A slip of six activities as PDF through its address, beside the least document that Typst sets in the same fonts."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from typing import Any

import typst
from django.test import Client
from django.utils import timezone

from catalogue.models import Activity
from referral.actions.make_slip import make_slip
from referral.models import MOST_ENTRIES
from referral.slips.fixed_words import WORDS
from referral.slips.paper import FONTS, PAPERS

from ..measures import summary

LEAST = b'#set document(title: "Forslag")\n#set text(lang: "da")\n= Forslag\n'


def measured(rounds: int) -> dict[str, Any]:
    """Milliseconds by paper over all languages, and of the least document; one after the other, in turn."""
    now = timezone.now() - timedelta(minutes=1)
    slip = make_slip(activities=list(Activity.objects.published()[:MOST_ENTRIES]), language="da", now=now)
    client = Client(headers={"host": "localhost"})
    times: dict[str, list[float]] = {paper: [] for paper in (*PAPERS, "least")}
    for number in range(rounds + 1):
        for language in WORDS:
            for paper in PAPERS:
                took = _milliseconds(lambda: _fetch(client, f"/s/{slip.code}/{paper}.pdf?sprog={language}"))  # noqa: B023
                if number:
                    times[paper].append(took)
            if number:
                times["least"].append(_milliseconds(_set_least))
    found: dict[str, Any] = {paper: summary(one) for paper, one in times.items()}
    return {**found, "ratio": round(median(times["a4"]) / median(times["least"]), 2)}


def _fetch(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}")


def _set_least() -> None:
    typst.compile(LEAST, font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_standards=["ua-1"])


def _milliseconds(call: Callable[[], None]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000
