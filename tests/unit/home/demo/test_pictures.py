import hashlib
import json
from io import BytesIO

import pytest
from PIL import Image

from home.demo.additions import DATA
from home.demo.motifs import DELIVERY, INTERESTS, OTHERWISE, TITLES
from home.demo.pictures.canvas import HEIGHT, WIDTH
from home.demo.pictures.collection import PICTURES


@pytest.mark.parametrize("name", ["gaatur", "spisning", "telefon"])
def test_picture_is_modest_in_size_and_the_same_every_time(name):
    first, second = (PICTURES[name].draw().png() for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    assert len(first) < 40_000
    assert Image.open(BytesIO(first)).size == (WIDTH, HEIGHT)


def test_pictures_differ_and_say_what_they_show():
    assert len({picture.draw for picture in PICTURES.values()}) == len(PICTURES)
    assert all(picture.description.endswith(".") and len(picture.description) < 125 for picture in PICTURES.values())


def test_every_motif_has_a_picture_and_every_interest_is_in_the_vocabulary():
    assert {*TITLES.values(), *INTERESTS.values(), *DELIVERY.values(), OTHERWISE} <= PICTURES.keys()
    vocabulary = json.loads((DATA / "vocabulary.json").read_text(encoding="utf-8"))
    assert INTERESTS.keys() <= {term["name"] for term in vocabulary["interests"]}
