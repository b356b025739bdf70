"""The pages that the foot of a page leads to."""

from __future__ import annotations

from collections.abc import Sequence

from django.apps import apps
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from catalogue.kept import kept

from ..models import BasePage
from .addresses import translations
from .sites import site_of
from .visible import visible


def pages_at_the_foot(request: HttpRequest, here: BasePage | None) -> tuple[Sequence[BasePage], Sequence[BasePage]]:
    """The pages of the menu, and the page's translations: visible ones; no query while the content stays the same.

    The menu's are those below the front page in the language in use, or in the site's own language when there is no
    front page in that one (tests/integration/home/test_menu.py).
    """
    site = site_of(request)
    roots = [root for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    if not roots:
        return (), ()
    root = next((root for root in roots if root.language_code == get_language()), roots[0])
    same = translations().get(here.translation_key, ()) if here else ()
    return _menu(root.root_path), [page for page in same if here and page.pk != here.pk]


@kept
def _menu(root_path: str) -> tuple[BasePage, ...]:
    """The pages of the menu right below a front page, in the editors' order."""
    return tuple(visible(BasePage.objects.filter(_in_menu(), depth=3, url_path__startswith=root_path)).order_by("path"))


def _in_menu() -> Q:
    """Each sort of page has the choice in a table of its own."""
    chosen = Q()
    for model in apps.get_app_config("home").get_models():
        if any(field.name == "show_in_menus" for field in model._meta.local_fields):
            chosen |= Q(**{f"{model._meta.model_name}__show_in_menus": True})
    return chosen
