"""Queues that editors work off: a list where what waits comes first, and nothing to add, copy or delete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import URLPattern
from wagtail.admin.viewsets.model import ModelViewSet

OFFERED = {"index", "index_results", "edit", "history", "history_results"}


def waiting_first(queue: QuerySet, waiting: Sequence[str], *, newest_first: bool = False) -> QuerySet:
    """The queue with those of a status in `waiting` on top; then the oldest first, or the newest."""
    down = "-" if newest_first else ""
    return queue.annotate(
        waiting=Case(When(status__in=waiting, then=Value(0)), default=Value(1), output_field=IntegerField())
    ).order_by("waiting", f"{down}created_at", f"{down}pk")


class QueueViewSet(ModelViewSet):
    """The views of a queue."""

    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50
    search_backend_name = None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        left_out = dict.fromkeys(("add_url_name", "delete_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**left_out, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in OFFERED]
