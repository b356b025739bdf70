"""The outgoing addresses that stand in what visitors can see, and where."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from wagtail.fields import RichTextField, StreamField

from catalogue.models import Activity, Organisation, Venue
from home.models import BasePage

from ..models.outgoing_link import MOST_URL

# Until something that ends an address in a text, in HTML or in JSON.
ADDRESS = re.compile(r"https?://[^\s\"'<>\\«»“”]+", re.IGNORECASE)
AFTER_IT = ".,;:!?)]}*_"
ENTRIES: tuple[type[models.Model], ...] = (Activity, Organisation, Venue)
TEXTS = (models.CharField, models.TextField, StreamField)
MARKED_UP = (RichTextField, StreamField)


@dataclass(frozen=True, slots=True)
class Use:
    """One field of one thing; `model` is what its row belongs to."""

    model: type[models.Model]
    pk: int
    field: str


def addresses_in(text: str) -> list[str]:
    """The addresses in a text, without what only ends a sentence; those on the portal itself are not outgoing."""
    found = (match[0].rstrip(AFTER_IT) for match in ADDRESS.finditer(text))
    return [address for address in found if len(address) <= MOST_URL and _is_outgoing(address)]


def all_uses() -> Iterator[tuple[str, Use]]:
    """Every outgoing address of published entries and pages; one query for each kind, read in parts."""
    for model in ENTRIES:
        yield from _uses_of(model)
    for model in _kinds_of_pages():
        yield from _uses_of(model)


def _kinds_of_pages() -> list[type[models.Model]]:
    return [model for model in (BasePage, *_below(BasePage)) if not model._meta.abstract]


def _below(model: type[models.Model]) -> Iterator[type[models.Model]]:
    for child in model.__subclasses__():
        yield child
        yield from _below(child)


def _uses_of(model: type[models.Model]) -> Iterator[tuple[str, Use]]:
    # A page's table of its own; what it shares with all pages is read with `BasePage`.
    fields = [field for field in model._meta.local_fields if isinstance(field, TEXTS) and not field.choices]
    if not fields:
        return
    for row in model._default_manager.filter(live=True).order_by().iterator(chunk_size=500):
        for field in fields:
            for address in addresses_in(_text_of(field, row)):
                yield address, Use(model, row.pk, field.name)


def _text_of(field: models.Field, row: models.Model) -> str:
    """What stands in a field, with its letters as they are; "" where there can be no address."""
    text = str(field.value_to_string(row) or "")
    if "http" not in text.lower():
        return ""
    if isinstance(field, StreamField):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return html.unescape(text) if isinstance(field, MARKED_UP) else text


def _is_outgoing(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and host != urlsplit(settings.BASE_URL).hostname
