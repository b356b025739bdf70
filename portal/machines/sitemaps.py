"""Everything that is there for everybody, with when it last changed."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Q, QuerySet
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Site

from catalogue.choices import ActivityType
from catalogue.models import Activity, Area, Organisation, Venue
from home.models import BasePage


class PageSitemap(WagtailSitemap):
    """Pages in every language, each with its translations."""

    def items(self) -> QuerySet[Any]:
        """What lies below the front page of any language."""
        fronts = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = reduce(or_, (Q(path__startswith=front.path) for front in fronts))
        return BasePage.objects.filter(below).live().public().order_by("path").defer_streamfields().specific()

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        urls = super()._urls(page, protocol, domain)
        alternates = self._alternates()
        for url in urls:
            url["alternates"] = alternates.get(url["location"], [])
        return urls

    def _alternates(self) -> dict[str, list[dict[str, str]]]:
        """Address → the page in each of its languages; nothing for a page in one only."""
        same: dict[Any, dict[str, str]] = defaultdict(dict)
        for page in self.items().specific(False).select_related("locale"):
            same[page.translation_key][page.locale.language_code] = page.get_full_url(self.request)
        return {
            address: _told(addresses)
            for addresses in same.values()
            if len(addresses) > 1
            for address in addresses.values()
        }


class CatalogueSitemap(Sitemap):
    """What has the same address in every language that the site has a front page in."""

    i18n = True
    alternates = True
    x_default = True

    def get_languages_for_item(self, item: Any) -> list[str]:
        """The site's languages, its own first."""
        if not hasattr(self, "_codes"):
            self._codes = list(dict.fromkeys(root.language_code for root in Site.get_site_root_paths()))
        return self._codes or [settings.LANGUAGE_CODE]


def _told(addresses: dict[str, str]) -> list[dict[str, str]]:
    told = [{"lang_code": code, "location": address} for code, address in sorted(addresses.items())]
    standard = addresses.get(settings.LANGUAGE_CODE)
    return [*told, {"lang_code": "x-default", "location": standard}] if standard else told


class ActivitySitemap(CatalogueSitemap):
    """What citizens may find."""

    def items(self) -> QuerySet[Activity]:
        """One query a page of 50,000."""
        return Activity.objects.published().only("type", "slug", "updated_at").order_by("pk")

    def lastmod(self, item: Activity) -> datetime:
        """When it was last changed."""
        return item.updated_at


class VenueSitemap(CatalogueSitemap):
    """Places."""

    def items(self) -> QuerySet[Venue]:
        """Those that are live."""
        return Venue.objects.filter(live=True).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Venue) -> datetime:
        """When it was last changed."""
        return item.updated_at


class OrganisationSitemap(CatalogueSitemap):
    """Organisers."""

    def items(self) -> QuerySet[Organisation]:
        """Those that are live."""
        return Organisation.objects.filter(live=True).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Organisation) -> datetime:
        """When it was last changed."""
        return item.updated_at


class AreaSitemap(CatalogueSitemap):
    """Areas; they change with what serves them."""

    def items(self) -> list[Area]:
        """All of them, with the newest change of an activity."""
        newest = Max("activities__updated_at")
        return list(Area.objects.without_tree_fields().annotate(newest=newest).order_by("pk"))

    def lastmod(self, item: Any) -> datetime | None:
        """When something that serves it was last changed."""
        return item.newest


class SearchSitemap(CatalogueSitemap):
    """The catalogue and its three parts."""

    def items(self) -> list[ActivityType | None]:
        """The parts, and None for all of it."""
        return [None, *ActivityType]

    def location(self, item: ActivityType | None) -> str:
        """The address in the language in use."""
        return reverse("search:part", kwargs={"part": item}) if item else reverse("search:results")


class Sitemaps:
    """The sitemap's sections by the name they have in its address."""

    SECTIONS: ClassVar[dict[str, type[Sitemap]]] = {
        "sider": PageSitemap,
        "katalog": SearchSitemap,
        "aktiviteter": ActivitySitemap,
        "steder": VenueSitemap,
        "arrangoerer": OrganisationSitemap,
        "omraader": AreaSitemap,
    }
