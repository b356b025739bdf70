"""QR codes, read again by a reader of barcodes."""

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from catalogue.sharing.qr import MARGIN, Qr, qr_of

SCALE = 6


def drawn(qr: Qr) -> Image.Image:
    """The picture that a browser makes of the path."""
    image = Image.new("L", (qr.size * SCALE, qr.size * SCALE), 255)
    pen = ImageDraw.Draw(image)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", qr.path):
        left, top = int(x) * SCALE, int(y) * SCALE
        pen.rectangle((left, top, left + int(width) * SCALE - 1, top + SCALE - 1), fill=0)
    return image


@pytest.mark.parametrize(
    "text",
    [
        "https://indsatser.example.dk/a/04hmasw",
        "https://indsatser.example.dk/min-liste/?a=" + ",".join(["04hmasw"] * 30),
    ],
)
def test_drawn_code_is_read_again(text: str):
    (found,) = zxingcpp.read_barcodes(drawn(qr_of(text)))
    assert found.text == text


def test_code_has_room_around():
    qr = qr_of("https://indsatser.example.dk/a/04hmasw")
    corners = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", qr.path)]
    assert min(min(corner) for corner in corners) == MARGIN
    assert max(max(corner) for corner in corners) <= qr.size - MARGIN - 1
