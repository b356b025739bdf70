"""Ways on to other pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..presenters.page_links import page_links


class PageLinksBlock(blocks.StructBlock):
    """Pages with their title and first sentences; one that is not published is left out."""

    heading = blocks.CharBlock(label=_("Overskrift"), max_length=80)
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Side")), label=_("Sider"), min_num=1, max_num=12)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        request = (parent_context or {}).get("request")
        return {
            **super().get_context(value, parent_context),
            "links": page_links([page.pk for page in value["pages"] if page], request),
        }

    class Meta:
        label = _("Links til sider")
        icon = "link"
        template = "blocks/page_links.html"
