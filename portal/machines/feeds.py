"""Feeds (RFC 4287) of what is new in the catalogue, all of it or one area's, and of the portal's news."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from catalogue.models import Activity, Area
from catalogue.queries.areas import surroundings
from catalogue.queries.found import Moved, find
from catalogue.queries.listings import serving
from catalogue.querysets import ActivityQuerySet
from home.models import SiteSettings
from home.presenters.news import NewsItem
from home.queries.news import latest_news, list_of_news

MOST = 50


def newest(activities: ActivityQuerySet) -> list[Activity]:
    """The activities that changed last, with what a feed says of them."""
    return list(activities.select_related(None).prefetch_related(None).order_by("-updated_at", "-pk")[:MOST])


class NewActivities(Feed):
    """What is new or changed in the whole catalogue."""

    feed_type = Atom1Feed
    # The entries are, whatever the page is that the feed was found on.
    language = "da"

    def get_object(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Nothing in particular; an area in the feed of an area."""
        return None

    def title(self, obj: Any) -> str:
        """The feed's name."""
        return _("Nyt i Indsatskataloget")

    def subtitle(self, obj: Any) -> str:
        """What is in it."""
        return _("Aktiviteter, der er nye eller ændrede.")

    def link(self, obj: Any) -> str:
        """The page that shows the same."""
        return reverse("search:results")

    def feed_url(self, obj: Any) -> str:
        """Its own address."""
        return reverse("feed")

    def items(self, obj: Any) -> list[Activity]:
        """The newest first."""
        return newest(Activity.objects.published())

    def item_title(self, item: Activity) -> str:
        """As on its page."""
        return item.title

    def item_description(self, item: Activity) -> str:
        """The short text."""
        return item.summary

    def item_guid(self, item: Activity) -> str:
        """The same for good, also when its address changes."""
        return item.uuid.urn

    def item_pubdate(self, item: Activity) -> datetime:
        """When it came into the catalogue."""
        return item.created_at

    def item_updateddate(self, item: Activity) -> datetime:
        """When it was last changed."""
        return item.updated_at


class News(Feed):
    """What the portal's editors tell, in the language of the address."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, **kwargs: Any) -> HttpRequest:
        """The request, which the addresses of pages depend on."""
        return request

    def title(self, obj: HttpRequest) -> str:
        """The feed's name."""
        return _("Nyheder fra %(name)s") % {"name": SiteSettings.for_request(obj).name}

    def link(self, obj: HttpRequest) -> str:
        """The page that shows the same; the front page, while there is no list of news."""
        return list_of_news(obj) or reverse("wagtail_serve", args=[""])

    def feed_url(self, obj: HttpRequest) -> str:
        """Its own address."""
        return reverse("news-feed")

    def items(self, obj: HttpRequest) -> list[NewsItem]:
        """The newest first."""
        return latest_news(MOST, obj)

    def item_title(self, item: NewsItem) -> str:
        """As on its page."""
        return item.title

    def item_link(self, item: NewsItem) -> str:
        """Its page."""
        return item.address

    def item_description(self, item: NewsItem) -> str:
        """The first sentences."""
        return item.introduction

    def item_guid(self, item: NewsItem) -> str:
        """The same for good, also when its address changes."""
        return item.identity.urn

    def item_pubdate(self, item: NewsItem) -> datetime:
        """The start of the day that the editors gave it."""
        return timezone.make_aware(datetime.combine(item.day, time()))

    def item_updateddate(self, item: NewsItem) -> datetime:
        """When it was last published, and never before its day."""
        return max(self.item_pubdate(item), item.published_at or self.item_pubdate(item))


class NewInArea(NewActivities):
    """What is new or changed in an area, the parts of it and what it belongs to."""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The feed; who asks by an old address of the area is sent to the new one, for good."""
        try:
            return super().__call__(request, *args, **kwargs)
        except Moved as move:
            return HttpResponsePermanentRedirect(f"{move.address}nyt.atom")

    def get_object(self, request: HttpRequest, **kwargs: Any) -> Area:
        """The area by its slug."""
        return find(Area.objects.all(), kwargs["slug"])

    def title(self, obj: Area) -> str:
        """The feed's name."""
        return _("Nyt i %(name)s") % {"name": obj.name}

    def link(self, obj: Area) -> str:
        """The area's page."""
        return obj.get_absolute_url()

    def feed_url(self, obj: Area) -> str:
        """Its own address."""
        return reverse("area-feed", kwargs={"slug": obj.slug})

    def items(self, obj: Area) -> list[Activity]:
        """The newest first."""
        around = surroundings(obj)
        return newest(serving([obj, *around.ancestors, *around.descendants]))
