"""The latest news."""

from __future__ import annotations

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import get_language

from ..presenters.news import NewsItem, items
from .visible import visible


def latest_news(number: int, request: HttpRequest | None) -> list[NewsItem]:
    """The newest published news in the language in use (tests/integration/home/test_front_page.py)."""
    news = visible(apps.get_model("home", "NewsPage").objects.filter(locale__language_code=get_language()))
    return items(news.order_by("-day", "-pk")[:number], request)


def list_of_news(request: HttpRequest | None) -> str:
    """The address of the page that lists the news in the language in use; "" when there is none."""
    lists = visible(apps.get_model("home", "NewsIndexPage").objects.filter(locale__language_code=get_language()))
    page = lists.order_by("path").first()
    return page.get_url(request) if page else ""
