"""The slip as a PDF that passes PDF/UA-1: set by Typst, tagged, with the fonts that the portal itself carries."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import Enum
from typing import Any

import typst
from django.conf import settings

from catalogue.sharing.qr import Qr

from .content import SlipContent

# Where bin/frontend puts the fonts for paper.
FONTS = settings.BASE_DIR / "portal" / "static" / "build" / "paper"
TEMPLATES = settings.BASE_DIR / "templates" / "print"


class Paper(Enum):
    """A format and its letters in points, by the words in an address."""

    A5 = ("a5", 14)
    A4 = ("a4", 14)
    A4_LARGE = ("a4", 20)

    @property
    def size(self) -> str:
        """The name that Typst knows the format by."""
        return self.value[0]

    @property
    def points(self) -> int:
        """The size of the letters."""
        return self.value[1]


PAPERS = {"a5": Paper.A5, "a4": Paper.A4, "a4-stor": Paper.A4_LARGE}


class FontsMissing(RuntimeError):
    """The fonts have not been built."""


def slip_pdf(content: SlipContent, paper: Paper) -> bytes:
    """The slip on paper. Raises `FontsMissing` before `bin/frontend` has been run."""
    values: dict[str, Any] = {
        **asdict(content),
        "readable": content.readable,
        "paper": paper.size,
        "points": paper.points,
        "qr": drawing(content.qr),
    }
    return compiled("slip.typ", values)


def compiled(template: str, values: dict[str, Any]) -> bytes:
    """A template of `templates/print/` set with values (plain ones, as JSON holds them) as tagged PDF."""
    if not FONTS.is_dir():
        raise FontsMissing(f"{FONTS} is not there. Run: make frontend")
    return typst.compile(
        (TEMPLATES / template).read_bytes(),
        sys_inputs={"data": json.dumps(values, ensure_ascii=False)},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )


def drawing(qr: Qr) -> str:
    """A QR code as the SVG file that Typst draws."""
    box = f"0 0 {qr.size} {qr.size}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{qr.path}"/></svg>'
