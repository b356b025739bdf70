"""Compressing text: which way the browser takes, and the bytes."""

from __future__ import annotations

import gzip

import brotli

# Not worth the words it takes.
FEWEST_BYTES = 500
TEXT = (
    "text/",
    "application/atom+xml",
    "application/json",
    "application/ld+json",
    "application/manifest+json",
    "application/xml",
    "image/svg+xml",
)
PREFERRED = ("br", "gzip")


def is_text(content_type: str) -> bool:
    """Whether a content type is one that compresses."""
    return content_type.startswith(TEXT)


def accepted(header: str) -> str:
    """The best way of compressing that an Accept-Encoding header lets through, or "" for none."""
    weights = dict(_weights(header))
    everything = weights.get("*", 0.0)
    allowed = [name for name in PREFERRED if weights.get(name, everything) > 0]
    return max(allowed, key=lambda name: weights.get(name, everything), default="")


def encode(body: bytes, encoding: str) -> bytes:
    """The body compressed: quickly rather than as small as can be, as it is done while somebody waits."""
    if encoding == "br":
        return brotli.compress(body, quality=5)
    # No time of day in it, so that the same page is the same bytes.
    return gzip.compress(body, compresslevel=6, mtime=0)


def decode(body: bytes, encoding: str) -> bytes:
    """The body as it was."""
    return brotli.decompress(body) if encoding == "br" else gzip.decompress(body)


def _weights(header: str) -> list[tuple[str, float]]:
    found = []
    for part in header.lower().split(","):
        name, _, parameter = part.partition(";")
        weight = parameter.strip().removeprefix("q=") if parameter else "1"
        try:
            found.append((name.strip(), float(weight)))
        except ValueError:
            found.append((name.strip(), 0.0))
    return found
