"""Which changes visitors see.

Everything in the apps that hold content counts, unless it is named here as editors' business. What is written past
Django's signals (`QuerySet.update`, `bulk_create`) is followed where it is marked for the search index; the rest shows
when a kept page has become too old (`PAGE_CACHE_SECONDS`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.signals import page_slug_changed, post_page_move

from catalogue.written import entries_written
from portal.caching.version import renew_on_commit

# Every model of these apps shows …
SHOWN_APPS = frozenset({"catalogue", "home", "images", "search", "wagtailcore", "wagtaildocs", "wagtailredirects"})
# … but these, which only editors and the portal itself see.
NOT_SHOWN = frozenset(
    {
        "images.customrendition",
        "wagtailcore.apitoken",
        "wagtailcore.comment",
        "wagtailcore.commentreply",
        "wagtailcore.groupapprovaltask",
        "wagtailcore.groupcollectionpermission",
        "wagtailcore.grouppagepermission",
        "wagtailcore.groupsitepermission",
        "wagtailcore.modellogentry",
        "wagtailcore.pagelogentry",
        "wagtailcore.pagesubscription",
        "wagtailcore.referenceindex",
        "wagtailcore.revision",
        "wagtailcore.task",
        "wagtailcore.taskstate",
        "wagtailcore.uploadedfile",
        "wagtailcore.workflow",
        "wagtailcore.workflowcontenttype",
        "wagtailcore.workflowpage",
        "wagtailcore.workflowstate",
        "wagtailcore.workflowtask",
    }
)
# Of the search's own tables these change what is found. A mark of the outbox is removed when the index has followed.
SHOWN_OF_SEARCH = frozenset({"search.concept", "search.indexstate", "search.synonym"})
OUTBOX = "search.indexchange"
# Saving these fields alone is a draft, a lock or a review.
EDITORIAL = frozenset(
    {
        "draft_title",
        "expire_at",
        "go_live_at",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def is_shown(model: type[Model]) -> bool:
    """Whether a change of the model's rows is one that visitors see."""
    label, app = model._meta.label_lower, model._meta.app_label
    if app == "search":
        return label in SHOWN_OF_SEARCH
    return app in SHOWN_APPS and label not in NOT_SHOWN


def connect() -> None:
    """Listens to every model that shows."""
    for model in apps.get_models(include_auto_created=True):
        if is_shown(model):
            _listen(model)
    post_delete.connect(_changed, sender=apps.get_model(OUTBOX), dispatch_uid="content-outbox")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_changed, dispatch_uid="content-tree")
    entries_written.connect(_changed, dispatch_uid="content-entries")


def _listen(model: type[Model]) -> None:
    uid = f"content-{model._meta.label_lower}"
    if model._meta.auto_created:
        m2m_changed.connect(_changed, sender=model, dispatch_uid=uid)
    post_save.connect(_saved, sender=model, dispatch_uid=uid)
    post_delete.connect(_changed, sender=model, dispatch_uid=uid)


def _saved(update_fields: Iterable[str] | None = None, using: str | None = None, **_kwargs: Any) -> None:
    if update_fields is None or not EDITORIAL.issuperset(update_fields):
        renew_on_commit(using)


def _changed(using: str | None = None, **_kwargs: Any) -> None:
    renew_on_commit(using)
