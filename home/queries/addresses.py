"""Which page is at an address, and which address a page has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import PageViewRestriction, Site

from catalogue.kept import kept

from .sites import site_of
from .visible import visible

if TYPE_CHECKING:
    from ..models import BasePage

# What nearly every page shows besides itself.
ALONG = ("locale", "picture")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page is stored."""

    model: type[BasePage]
    pk: int


def page_at(request: HttpRequest, path: str) -> BasePage | None:
    """The published page at a path below the front page of the language in use, in one query; else None.

    None also where it is for Wagtail to say what is meant: a site without a front page in that language
    (tests/integration/home/test_addresses.py).
    """
    site = site_of(request)
    roots = [root for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    root = next((root.root_path for root in roots if root.language_code == get_language()), "")
    places = _places()
    place = places.get("/".join([root.rstrip("/"), *filter(None, path.split("/")), ""])) if root in places else None
    if place is None:
        return None
    fields = {field.name for field in place.model._meta.fields}
    return place.model.objects.select_related(*fields.intersection(ALONG)).filter(pk=place.pk, live=True).first()


@kept
def _places() -> dict[str, _Place]:
    """Wagtail's own path of each published page → where it is stored."""
    rows = apps.get_model("home", "BasePage").objects.filter(live=True).values_list("url_path", "content_type_id", "pk")
    models = {key: ContentType.objects.get_for_id(key).model_class() for key in {row[1] for row in rows}}
    return {path: _Place(models[kind], pk) for path, kind, pk in rows if models[kind]}


def address_of(pk: str | int | None) -> str:
    """The address of a published page, or of its translation into the language in use; "" when there is none."""
    pages = _published()
    page = pages.get(str(pk))
    if page is None:
        return ""
    same = (other for other in translations().get(page.translation_key, ()))
    return next((other for other in same if other.locale.language_code == get_language()), page).get_url() or ""


@kept
def _published() -> dict[str, BasePage]:
    return {str(page.pk): page for page in apps.get_model("home", "BasePage").objects.filter(live=True)}


@kept
def translations() -> dict[object, tuple[BasePage, ...]]:
    """Key of a translation → its visible pages, where there are several."""
    pages = apps.get_model("home", "BasePage").objects
    several = pages.order_by().values("translation_key").annotate(n=Count("pk")).filter(n__gt=1)
    found: dict[object, tuple[BasePage, ...]] = {}
    for page in visible(pages.filter(translation_key__in=several.values("translation_key"))).order_by("path"):
        found[page.translation_key] = (*found.get(page.translation_key, ()), page)
    return found


@kept
def some_are_restricted() -> bool:
    """Whether there is a page at all that not everybody may see."""
    return PageViewRestriction.objects.exists()
