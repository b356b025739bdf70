"""Pages for tests: a site with a front page, and pages below it."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from wagtail.models import Locale, Site

from home.models import BasePage, FrontPage

P = TypeVar("P", bound=BasePage)


def make_front(language: str = "da", **values: Any) -> FrontPage:
    """The front page in a language; the Danish one is the site's root, and the others are its translations."""
    site = Site.objects.get()
    locale = Locale.objects.get_or_create(language_code=language)[0]
    front = FrontPage(title="Forside", slug=f"forside-{language}", locale=locale, **values)
    if language != "da":
        front.translation_key = site.root_page.translation_key
    BasePage.get_first_root_node().add_child(instance=front)
    if language == "da":
        site.root_page = front
        site.save()
    Site.clear_site_root_paths_cache()
    return front


def make_page(parent: BasePage, model: type[P], title: str, **values: Any) -> P:
    """A published page below another one, in its language."""
    for name in ("body", "steps"):
        if name in values and not isinstance(values[name], str):
            values[name] = json.dumps(values[name])
    page = model(title=title, locale=parent.locale, **values)
    return parent.add_child(instance=page)


def make_front_page(**values: Any) -> FrontPage:
    """A front page that is the site's root, put in beside the one that is there."""
    site = Site.objects.get(is_default_site=True)
    front = FrontPage(title="Forside", slug="forside", **values)
    site.root_page.get_parent().add_child(instance=front)
    site.root_page = front
    site.save()
    return front
