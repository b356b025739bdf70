"""The way from a page to the same page in another language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Site

from catalogue.sharing.addresses import absolute

from .models import BasePage
from .queries.sites import site_of

# In the language itself: whoever looks for it reads that one. For the page itself, and for the front page instead.
WORDS = {"da": ("Dansk", "Dansk forside"), "en": ("English", "English front page")}


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A page in another language: the same one where `same`, else the front page. The words are in that language."""

    code: str
    name: str
    words: str
    address: str
    same: bool


def language_links(
    request: HttpRequest, page: BasePage | None, translations: Iterable[BasePage], *, missing: bool = False
) -> list[LanguageLink]:
    """A link for each other language that the site has a front page in.

    To the page's translation when it has one, to the same list or activity for what is no page, and otherwise (and
    where the page is `missing`) to the front page.
    """
    site = site_of(request)
    codes = [root.language_code for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    others = [code for code in codes if code != get_language() and code in WORDS]
    if page:
        addresses = {other.locale.language_code: other.get_url(request) for other in translations}
    elif missing:
        addresses = {}
    else:
        addresses = _of_view(request, others)
    return [_link(code, addresses.get(code)) for code in others]


def alternates(request: HttpRequest, links: Iterable[LanguageLink]) -> list[tuple[str, str]]:
    """The page in every language it is in, itself among them, as (language, whole address); Danish is for all others.

    Nothing for a page in one language, and for what is no page of its own: the results of a search.
    """
    found = {link.code: absolute(link.address) for link in links if link.same}
    if not found or not canonical(request):
        return []
    here = get_language() or settings.LANGUAGE_CODE
    every = {here: canonical(request), **found}
    return [*sorted(every.items()), ("x-default", every.get(settings.LANGUAGE_CODE, every[here]))]


def canonical(request: HttpRequest) -> str:
    """The whole address of the page, which of a list's pages may be part of; "" for a search and other answers."""
    try:
        asked = set(request.GET)
    except SuspiciousOperation:  # this is the page that says that the address cannot be read
        return ""
    if asked - {"side"}:
        return ""
    return absolute(request.get_full_path())


def _link(code: str, address: str | None) -> LanguageLink:
    name, front = WORDS[code]
    if address:
        return LanguageLink(code, name, name, address, same=True)
    return LanguageLink(code, name, front, translate_url("/", code), same=False)


def _of_view(request: HttpRequest, codes: list[str]) -> dict[str, str]:
    """The addresses of what the catalogue or the search shows; of a page that is not there, none."""
    here, match = request.get_full_path(), request.resolver_match
    if match is None or match.view_name == "wagtail_serve":
        return {}
    return {code: there for code in codes if (there := translate_url(here, code)) != here}
