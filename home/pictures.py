"""The pictures of a page, with their sizes, asked for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

if TYPE_CHECKING:
    from .models import ReadingPage

PICTURE = "picture"


def prepare_pictures(page: ReadingPage) -> None:
    """Fetches the sizes of the page's pictures in one query, however many there are."""
    within = [piece.value["image"] for piece in page.body if piece.block_type == PICTURE]
    pictures = [picture for picture in (page.picture, *within) if picture]
    prefetch_related_objects(pictures, "renditions")
