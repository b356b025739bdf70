"""Links to pages in running text."""

from __future__ import annotations

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from .queries.addresses import address_of


class KeptPageLinks(PageLinkHandler):
    """As Wagtail's, without a query for each piece of text; a page that is not published is no link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        addresses = [address_of(attrs.get("id")) for attrs in attrs_list]
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in addresses]
