"""Links to pages, with what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.query import PageQuerySet

from ..queries.visible import visible


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page's title, address and first sentences, which may be empty."""

    title: str
    address: str
    introduction: str
    language: str


def page_links(wanted: Sequence[int], request: HttpRequest | None) -> list[PageLink]:
    """The pages that everybody may see, in the order wanted; one query for any sorts of pages."""
    if not wanted:
        return []
    found = {page.pk: page for page in visible(_introduced().filter(pk__in=wanted))}
    return [
        PageLink(page.title, page.get_url(request), page.first_sentences, page.locale.language_code)
        for page in (found[pk] for pk in wanted if pk in found)
    ]


def _introduced() -> PageQuerySet:
    """All pages with their introduction, which each sort has in a table of its own."""
    home = apps.get_app_config("home")
    own = [
        F(f"{model._meta.model_name}__introduction")
        for model in home.get_models()
        if any(field.name == "introduction" for field in model._meta.local_fields)
    ]
    return apps.get_model("home", "BasePage").objects.annotate(
        first_sentences=Coalesce(*own, Value(""), output_field=TextField())
    )
