"""Pages that everybody may see."""

from __future__ import annotations

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def visible(pages: PageQuerySet) -> PageQuerySet:
    """Those of the pages that are published, and not restricted here or above (tests/integration/home/test_menu.py).

    As Wagtail's `live().public()`, but in the same query, and with what the pages' addresses need.
    """
    here = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restricted = PageViewRestriction.objects.annotate(here=here).filter(here__startswith=F("page__path"))
    return pages.live().filter(~Exists(restricted)).select_related("locale")
