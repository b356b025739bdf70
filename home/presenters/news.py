"""News in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.core.paginator import Paginator
from django.http import HttpRequest
from wagtail.query import PageQuerySet

from catalogue.presenters.paging import Paging, paging

if TYPE_CHECKING:
    from ..models.news_pages import NewsPage

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One piece of news, as a list or a feed shows it; `identity` stays when the address changes."""

    title: str
    address: str
    introduction: str
    day: date
    identity: UUID
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewsList:
    """One page of the list."""

    entries: list[NewsItem]
    paging: Paging


def news_list(news: PageQuerySet[NewsPage], number: object, request: HttpRequest) -> NewsList:
    """The page `number` (as typed; nonsense is the first page), newest first."""
    page = Paginator(news.order_by("-day", "-pk"), PAGE_SIZE).get_page(number)
    return NewsList(
        entries=items(page.object_list, request),
        paging=paging(page.number, page.paginator.num_pages, lambda n: f"?side={n}"),
    )


def items(news: PageQuerySet[NewsPage], request: HttpRequest | None) -> list[NewsItem]:
    """The news as a list shows them."""
    return [
        NewsItem(one.title, one.get_url(request), one.introduction, one.day, _identity(one), one.last_published_at)
        for one in news
    ]


def _identity(news: NewsPage) -> UUID:
    """Made of what a page keeps for good: the key that it shares with its translations, and its language."""
    return uuid5(news.translation_key, news.locale.language_code)
