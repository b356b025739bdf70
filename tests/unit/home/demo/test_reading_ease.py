"""The example's pages are as easy to read as the portal asks of others."""

import json

import pytest

from catalogue.readability import lix, lix_of_all
from home.demo.page_files import FOLDER, page_files, texts_of

ADDITIONS = json.loads((FOLDER.parent / "additions.json").read_text(encoding="utf-8"))
DANISH = [page for page in page_files() if page.language == "da"]
FOR_STAFF = {"for-foreninger", "for-fagfolk"}


@pytest.mark.parametrize("page", DANISH, ids=lambda page: page.slug)
def test_page_is_easy_to_read(page):
    texts = list(texts_of(page))
    assert texts
    assert lix_of_all(texts) <= (40 if page.slug in FOR_STAFF else 30)


def test_what_is_to_be_read_is_without_marks():
    texts = "".join(text for page in DANISH for text in texts_of(page))
    assert not {"](", "**"} & {texts[start : start + 2] for start in range(len(texts))}
    assert "/indsatskatalog/" not in texts


def test_first_visits_are_easy_to_read():
    texts = [addition["first_visit"] for addition in ADDITIONS.values() if addition.get("first_visit")]
    assert max(map(lix, texts)) <= 30
