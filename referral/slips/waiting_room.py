"""What hangs and lies in a waiting room: a poster and pocket cards that lead to the front page."""

from __future__ import annotations

from django.conf import settings

from catalogue.sharing.addresses import absolute, readable
from catalogue.sharing.qr import qr_of

from .paper import compiled, drawing

TITLE = "Savner du nogen at være sammen med?"
LINES = ("Der er noget tæt på dig.", "Find det selv, eller spørg os.")


def poster_pdf(portal: str, phone: str) -> bytes:
    """The poster, A4. Raises `FontsMissing`, as `slip_pdf`."""
    return compiled("poster.typ", _values(portal, phone))


def cards_pdf(portal: str, phone: str) -> bytes:
    """Ten cards on an A4 sheet."""
    return compiled("cards.typ", _values(portal, phone))


def _values(portal: str, phone: str) -> dict[str, object]:
    return {
        "title": TITLE,
        "lines": LINES,
        "portal": portal,
        "phone": phone,
        "readable": readable(settings.BASE_URL),
        "qr": drawing(qr_of(absolute("/"))),
    }
