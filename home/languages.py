"""The way from a page to the same page in another language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Site

from .models import BasePage
from .queries.sites import site_of

# In the language itself: whoever looks for it reads that one. For the page itself, and for the front page instead.
WORDS = {"da": ("Dansk", "Dansk forside"), "en": ("English", "English front page")}


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A page in another language; the words are in that language."""

    code: str
    words: str
    address: str


def language_links(request: HttpRequest, page: BasePage | None, translations: Iterable[BasePage]) -> list[LanguageLink]:
    """A link for each other language that the site has a front page in.

    To the page's translation when it has one, to the same list or activity for what is no page, and otherwise to the
    front page.
    """
    site = site_of(request)
    codes = [root.language_code for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    others = [code for code in codes if code != get_language() and code in WORDS]
    if page:
        addresses = {other.locale.language_code: other.get_url(request) for other in translations}
    else:
        addresses = _of_view(request, others)
    return [_link(code, addresses.get(code)) for code in others]


def _link(code: str, address: str | None) -> LanguageLink:
    same, front = WORDS[code]
    return LanguageLink(code, same, address) if address else LanguageLink(code, front, translate_url("/", code))


def _of_view(request: HttpRequest, codes: list[str]) -> dict[str, str]:
    """The addresses of what the catalogue or the search shows; of a page that is not there, none."""
    here, match = request.get_full_path(), request.resolver_match
    if match is None or match.view_name == "wagtail_serve":
        return {}
    return {code: there for code in codes if (there := translate_url(here, code)) != here}
