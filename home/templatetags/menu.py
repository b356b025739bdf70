"""What stands at the foot of every page: pages of the menu, and the same page in other languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import template
from django.template import Context

from ..languages import LanguageLink, alternates, canonical, language_links
from ..models import BasePage
from ..queries.foot import pages_at_the_foot

register = template.Library()


@dataclass(frozen=True, slots=True)
class Foot:
    """Title and address of the pages of the menu, the ways to other languages, and what search engines are told.

    `alternates` are (language, whole address); `canonical` is empty for what is no page of its own.
    """

    pages: list[tuple[str, str]]
    languages: list[LanguageLink]
    alternates: list[tuple[str, str]] = field(default_factory=list)
    canonical: str = ""


@register.simple_tag(takes_context=True)
def foot(context: Context) -> Foot:
    """The foot of the page of this context; an empty one outside a request."""
    request: Any = context.get("request")
    if request is None:
        return Foot([], [])
    page = context.get("page")
    here = page if isinstance(page, BasePage) else None
    menu, translations = pages_at_the_foot(request, here)
    # What Django says to the page of an error.
    missing = "exception" in context
    links = language_links(request, here, translations, missing=missing)
    return Foot(
        pages=[(page.title, page.get_url(request)) for page in menu],
        languages=links,
        alternates=alternates(request, links),
        canonical="" if missing else canonical(request),
    )
