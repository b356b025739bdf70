"""Everything that is there for everybody, with when it last changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from catalogue.choices import ActivityType
from catalogue.models import Activity, Area, Organisation, Venue


class ActivitySitemap(Sitemap):
    """What citizens may find."""

    def items(self) -> QuerySet[Activity]:
        """One query a page of 50,000."""
        return Activity.objects.published().only("type", "slug", "updated_at").order_by("pk")

    def lastmod(self, item: Activity) -> datetime:
        """When it was last changed."""
        return item.updated_at


class VenueSitemap(Sitemap):
    """Places."""

    def items(self) -> QuerySet[Venue]:
        """Those that are live."""
        return Venue.objects.filter(live=True).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Venue) -> datetime:
        """When it was last changed."""
        return item.updated_at


class OrganisationSitemap(Sitemap):
    """Organisers."""

    def items(self) -> QuerySet[Organisation]:
        """Those that are live."""
        return Organisation.objects.filter(live=True).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Organisation) -> datetime:
        """When it was last changed."""
        return item.updated_at


class AreaSitemap(Sitemap):
    """Areas; they change with what serves them."""

    def items(self) -> list[Area]:
        """All of them, with the newest change of an activity."""
        newest = Max("activities__updated_at")
        return list(Area.objects.without_tree_fields().annotate(newest=newest).order_by("pk"))

    def lastmod(self, item: Any) -> datetime | None:
        """When something that serves it was last changed."""
        return item.newest


class SearchSitemap(Sitemap):
    """The catalogue and its three parts."""

    def items(self) -> list[str]:
        """Their addresses."""
        parts = [reverse("search:part", kwargs={"part": part}) for part in ActivityType]
        return [reverse("search:results"), *parts]

    def location(self, item: str) -> str:
        """The address itself."""
        return item


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
