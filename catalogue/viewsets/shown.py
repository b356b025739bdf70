"""A form that is only shown: the entry, what hangs on it and how far it is in its approval are read once.

Wagtail's view reads the entry twice, and asks of its approval wherever that matters; each part of the form would ask
for its own rows.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.db.models import Model, Q, Subquery
from django.utils.functional import cached_property
from wagtail.models import DraftStateMixin, WorkflowMixin, WorkflowState

from ..queries.for_form import read_whole
from .guard import entry_asked_about

ACTIVE = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


class ShownFromOneReading:
    """Mixed into a view that changes an entry. What is sent to it is answered as Wagtail does."""

    _newest_state: WorkflowState | None = None

    def get_object(self, queryset: Any = None) -> Model:
        """The entry as it was last written; `live_object` as it is public."""
        view: Any = self
        if view.request.method != "GET":
            return super().get_object(queryset)  # type: ignore[misc]
        if (read := self.__dict__.get("object")) is not None:
            return read
        pk = view.kwargs[view.pk_url_kwarg] = unquote(str(view.kwargs[view.pk_url_kwarg]))
        entry = view.live_object = entry_asked_about(view.request, view.model, pk)
        if isinstance(entry, DraftStateMixin):
            entry = _last_written(entry)
        read_whole(entry)
        if isinstance(entry, WorkflowMixin):
            self._read_states(entry)
        return entry

    def _read_states(self, entry: Any) -> None:
        """The newest state of its approval, and those that are still going on: there is one, or none."""
        newest = entry.workflow_states.order_by("-created_at").values("pk")[:1]
        asked = entry.workflow_states.filter(Q(status__in=ACTIVE) | Q(pk=Subquery(newest)))
        states = sorted(asked.select_related("current_task_state__task"), key=lambda state: state.created_at)
        # Where Wagtail's own lists put them.
        entry._current_workflow_states = [state for state in states if state.status in ACTIVE]
        self._newest_state = states[-1] if states else None

    @cached_property
    def workflow_state(self) -> WorkflowState | None:
        """How far it is, or how the last approval ended."""
        view: Any = self
        if view.request.method != "GET":
            return super().workflow_state  # type: ignore[misc]
        going_on = view.object.current_workflow_state if view.workflow_enabled else None
        return going_on or (self._newest_state if view.workflow_enabled else None)


def _last_written(live: Any) -> Any:
    """The entry as its newest revision has it; what it shares with the public one is not read again."""
    if live.latest_revision:
        live.latest_revision.content_object = live
    entry = live.get_latest_revision_as_object()
    if entry is not live:
        entry.live_revision = live.live_revision
        entry.scheduled_revision = live.scheduled_revision
    return entry
