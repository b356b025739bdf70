"""The thing that an address names, also by an address it had earlier."""

from __future__ import annotations

from typing import TypeVar

from django.db import models
from django.http import Http404

from ..models import FormerSlug

T = TypeVar("T", bound=models.Model)


class Moved(Exception):
    """The thing has another address now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def find(things: models.QuerySet[T], slug: str) -> T:
    """The one of `things` with this slug (tests/integration/catalogue/test_addresses.py).

    Raises `Moved` when the slug is an earlier one of something among `things`, and `Http404` when there is none.
    """
    thing = things.filter(slug=slug).first()
    if thing:
        return thing
    moved = things.prefetch_related(None).filter(pk__in=FormerSlug.owners(things.model, slug)).first()
    if moved:
        raise Moved(moved.get_absolute_url())  # type: ignore[attr-defined]
    raise Http404
