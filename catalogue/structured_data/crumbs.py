"""Where a page stands."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..presenters.crumbs import Crumb
from ..sharing.addresses import absolute
from .graph import Thing, thing


def breadcrumbs(crumbs: Iterable[Crumb], title: str, address: str) -> Thing:
    """The way from the front page to a page: `crumbs` as the page shows them, then the page itself."""
    way = [(_("Forside"), "/"), *crumbs, (title, address)]
    items = [
        thing("ListItem", position=position, name=str(words), item=absolute(path))
        for position, (words, path) in enumerate(way, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=items)
