"""Chips say in every language what was understood."""

from __future__ import annotations

from django.utils import translation

from search.answering.asides import chips
from search.answering.labels import LABELS
from search.query import SearchQuery
from search.understanding.concepts import file_concepts
from search.understanding.constraints import constraints
from search.understanding.understand import understand
from tests.factories.knowledge import make_knowledge


def test_every_label_of_a_chip_can_be_translated_and_none_is_left_over():
    about_people = {concept.label for concept in file_concepts() if concept.is_about_people}
    of_several = {constraint.label for constraint in constraints() if len(constraint.values) > 1}
    assert about_people | of_several == LABELS


def test_chips_are_in_english_on_english_pages():
    query = SearchQuery(text="kor for mænd om aftenen i weekenden")
    with translation.override("en"):
        found = chips(query, understand(query.text, make_knowledge()))
    assert [chip.label for chip in found] == ["Men", "Evening (after 5 p.m.)", "weekend"]
