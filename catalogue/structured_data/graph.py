"""JSON-LD documents: things without empty properties, and the script element that holds them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
# What could end the script element, or be read as markup in it, written as JSON allows instead.
ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


def thing(kind: str, **properties: Any) -> Thing:
    """A thing of schema.org's type `kind`; properties that are None, empty text or empty lists are left out."""
    present = {name: value for name, value in properties.items() if value is not None and value != "" and value != []}
    return {"@type": kind, **present}


def graph(things: Iterable[Thing]) -> Thing:
    """One document that holds several things."""
    return {"@context": CONTEXT, "@graph": list(things)}


def script(document: Thing) -> SafeString:
    """The document as a script element, which a page may hold whatever people have typed into the catalogue."""
    text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    escaped = mark_safe(text)  # noqa: S308 - nothing in it can end the element: see ESCAPES
    return format_html('<script type="application/ld+json">{}</script>', escaped)
