"""What stands at the foot of every page: pages of the menu, and the same page in other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context

from ..languages import LanguageLink, language_links
from ..models import BasePage
from ..queries.foot import pages_at_the_foot

register = template.Library()


@dataclass(frozen=True, slots=True)
class Foot:
    """Title and address of the pages of the menu, and the ways to other languages."""

    pages: list[tuple[str, str]]
    languages: list[LanguageLink]


@register.simple_tag(takes_context=True)
def foot(context: Context) -> Foot:
    """The foot of the page of this context; an empty one outside a request."""
    request: Any = context.get("request")
    if request is None:
        return Foot([], [])
    page = context.get("page")
    here = page if isinstance(page, BasePage) else None
    menu, translations = pages_at_the_foot(request, here)
    return Foot(
        pages=[(page.title, page.get_url(request)) for page in menu],
        languages=language_links(request, here, translations),
    )
