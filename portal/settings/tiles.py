"""Where a map's tiles come from, as a Content-Security-Policy names it."""

from __future__ import annotations

import re

from django.core.exceptions import ImproperlyConfigured

ADDRESS = re.compile(r"(https?://)((?:\{s\}\.)?)([A-Za-z0-9.-]+(?::\d+)?)(/\S*)")
PARTS = ("{z}", "{x}", "{y}")


def tile_sources(address: str) -> list[str]:
    """The host of the tiles; none without an address. Raises `ImproperlyConfigured` for what is no address of tiles."""
    if not address:
        return []
    found = ADDRESS.fullmatch(address)
    if not found or not all(part in address for part in PARTS):
        raise ImproperlyConfigured(
            "MAP_TILES_URL is no address of tiles. It looks like https://tiles.example.dk/{z}/{x}/{y}.png"
        )
    scheme, varying, host, _path = found.groups()
    return [f"{scheme}{'*.' if varying else ''}{host}"]
