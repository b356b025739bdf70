"""QR codes as drawings: one path of an SVG, so that no picture has to be fetched and it prints sharply."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import segno

# ISO/IEC 18004: four empty modules on every side, or some cameras do not see it.
MARGIN = 4


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code: the path of its dark parts and the side of the whole square, both in modules; what it says."""

    path: str
    size: int
    text: str


def qr_of(text: str) -> Qr:
    """The QR code that says `text`, readable with a sixth of it soiled (level M)."""
    matrix = segno.make(text, error="m", micro=False).matrix
    pieces = []
    for y, row in enumerate(matrix, start=MARGIN):
        x = MARGIN
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                pieces.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return Qr("".join(pieces), len(matrix) + 2 * MARGIN, text)
