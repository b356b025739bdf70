"""Where an address lies, asked of a service of addresses that the portal's owner has chosen (`ADDRESS_SERVICE_URL`).

The server asks, for somebody who writes in the form of a place and presses the button; never a visitor's browser, and
nothing but the address is sent. Without the setting nothing is ever asked.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _
from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from .pin import Suggestion, in_denmark

PLACE = "{address}"
SECONDS = Timeout(connect=2.0, read=4.0)
MOST_BYTES = 256 * 1024
MOST = 5
LONGEST = 250


class NoAnswer(Exception):
    """The service did not answer, or not as it should; `str()` says what to do instead."""


def is_offered() -> bool:
    return PLACE in settings.ADDRESS_SERVICE_URL


def look_up(address: str, postcode: str) -> list[Suggestion]:
    """The points that fit best, five at most; none when the service knows no such address. Raises `NoAnswer`."""
    written = " ".join(f"{address}, {postcode}".split()).strip(", ")[:LONGEST]
    if not written or not is_offered():
        return []
    url = settings.ADDRESS_SERVICE_URL.replace(PLACE, quote(written, safe=""))
    found = [one for row in _asked(url) if (one := _suggestion(row))]
    return list({one.words: one for one in found}.values())[:MOST]


def _asked(url: str) -> list[Any]:
    """The rows of the answer. One attempt, no redirect, and no more than is ever needed."""
    try:
        with PoolManager(retries=False) as pool:
            response = pool.request("GET", url, timeout=SECONDS, redirect=False, preload_content=False)
            content = response.read(MOST_BYTES + 1)
            response.release_conn()
        if response.status != 200 or len(content) > MOST_BYTES:
            raise _no_answer()
        rows = json.loads(content)
    except (HTTPError, ValueError, RecursionError) as error:
        raise _no_answer() from error
    if not isinstance(rows, list):
        raise _no_answer()
    return rows


def _no_answer() -> NoAnswer:
    return NoAnswer(_("Adresseopslaget svarer ikke lige nu. Klik på kortet, eller brug et af forslagene."))


def _suggestion(row: Any) -> Suggestion | None:
    """A row of `adgangsadresser` (`x`, `y`, `betegnelse`) or of GSearch (`geometri`, `visningstekst`), in WGS84."""
    if not isinstance(row, dict):
        return None
    words = row.get("betegnelse") or row.get("visningstekst")
    point = _point(row.get("geometri")) or (row.get("x"), row.get("y"))
    longitude, latitude = point
    if not isinstance(words, str) or not all(isinstance(one, int | float) for one in point):
        return None
    return Suggestion(words[:LONGEST], latitude, longitude) if in_denmark(latitude, longitude) else None


def _point(geometry: Any) -> tuple[Any, Any] | None:
    """The coordinates of a GeoJSON point, or the first of several."""
    found = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(found, list) and found and isinstance(found[0], list):
        found = found[0]
    return (found[0], found[1]) if isinstance(found, list) and len(found) >= 2 else None
