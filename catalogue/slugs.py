"""Addresses made of Danish titles: "Gåtur på Røsnæs" becomes "gaatur-paa-roesnaes"."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.text import slugify

DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "ue", "ö": "oe", "ä": "ae", "ß": "ss"})
# Leaves room for a number within the slug fields' 100 and 120.
LONGEST = 90
PLACEHOLDER = "udkast-"


def danish_slug(text: str) -> str:
    """The text as the last part of an address; empty when nothing of it can stand there."""
    return slugify(text.lower().translate(DANISH).replace("_", "-"))[:LONGEST].strip("-")


def free_slug(model: type[models.Model], text: str, *, pk: object = None) -> str:
    """The address for this text that no other row of the model has: "kaffe", "kaffe-2", "kaffe-3"."""
    stem = danish_slug(text) or placeholder()
    taken = set(model._default_manager.filter(slug__startswith=stem).exclude(pk=pk).values_list("slug", flat=True))
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug


def placeholder() -> str:
    """An address for something that has no title yet."""
    return f"{PLACEHOLDER}{secrets.token_hex(4)}"
