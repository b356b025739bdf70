"""The index follows the pages: what is published, taken down, moved or closed off shows in the search on commit."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from search.indexing.outbox import mark_changed

from .findable import FOUND
from .models import BasePage


def connect() -> None:
    """Listens to every page that can be found."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_tree_changed, dispatch_uid="index-page")
    for model in FOUND:
        post_delete.connect(_page_gone, sender=model, dispatch_uid=f"index-page-{model.__name__}")
    for change in (post_save, post_delete):
        change.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="index-page-restriction")


def _tree_changed(instance: BasePage, **_kwargs: Any) -> None:
    """The page, and what is below it: a page below one that is closed off is closed off as well."""
    _mark_tree(instance)


def _page_gone(instance: BasePage, **_kwargs: Any) -> None:
    mark_changed([instance])


def _restriction_changed(instance: PageViewRestriction, **_kwargs: Any) -> None:
    _mark_tree(instance.page)


def _mark_tree(page: BasePage) -> None:
    mark_changed(BasePage.objects.descendant_of(page, inclusive=True).type(*FOUND))
