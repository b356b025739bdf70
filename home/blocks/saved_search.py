"""The address of a search."""

from __future__ import annotations

from wagtail import blocks

from ..fields import SEARCH_HELP
from ..saved_search import MAX_LENGTH, normal_address


class SavedSearchBlock(blocks.CharBlock):
    """Takes the address of a results page, and keeps its question."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"max_length": MAX_LENGTH, "help_text": SEARCH_HELP, **kwargs})

    def clean(self, value: str) -> str:
        value = super().clean(value)
        return normal_address(value) if value else value
