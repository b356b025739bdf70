"""The pages that the foot of a page leads to."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from ..models import BasePage
from .visible import visible


def pages_at_the_foot(request: HttpRequest, here: BasePage | None) -> tuple[list[BasePage], list[BasePage]]:
    """The pages of the menu, and the page's translations: visible ones, in one query besides the site's.

    The menu's are those below the front page in the language in use, or in the site's own language when there is no
    front page in that one (tests/integration/home/test_menu.py).
    """
    site = Site.find_for_request(request)
    roots = [root for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    if not roots:
        return [], []
    root = next((root for root in roots if root.language_code == get_language()), roots[0])
    in_menu = Q(_in_menu(), depth=3, url_path__startswith=root.root_path)
    same = Q(translation_key=here.translation_key) & ~Q(pk=here.pk) if here else Q(pk=None)
    pages = list(visible(BasePage.objects.filter(in_menu | same)).order_by("path"))
    # Pages of the menu are all in one language, and translations in the others.
    menu = [page for page in pages if page.locale.language_code == root.language_code]
    return menu, [page for page in pages if page not in menu]


def _in_menu() -> Q:
    """Each sort of page has the choice in a table of its own."""
    chosen = Q()
    for model in apps.get_app_config("home").get_models():
        if any(field.name == "show_in_menus" for field in model._meta.local_fields):
            chosen |= Q(**{f"{model._meta.model_name}__show_in_menus": True})
    return chosen
