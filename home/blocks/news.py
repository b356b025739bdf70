"""The latest news."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..queries.news import latest_news


class NewsBlock(blocks.StructBlock):
    """The newest pieces of news, and a way to all of them; nothing is shown when there are none."""

    number = blocks.IntegerBlock(label=_("Hvor mange?"), min_value=1, max_value=6, default=2)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        request = (parent_context or {}).get("request")
        return {**super().get_context(value, parent_context), "news": latest_news(value["number"], request)}

    class Meta:
        label = _("Nyheder")
        icon = "doc-full"
        template = "blocks/news.html"
