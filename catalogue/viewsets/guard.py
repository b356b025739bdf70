"""Every endpoint of an entry asks about that very entry.

Wagtail's views for snippets ask whether somebody may change *some* entry of a kind. Here each address asks about the
one it names, before Wagtail's view is called at all; and inside the view every further question (may they publish it,
lock it, copy it?) is put to the same entry. An address that `NEEDS` does not know stops the portal at its start.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import TaskState
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import (
    CollectWorkflowActionDataView,
    SnippetViewSet,
    WorkflowActionView,
)

from ..policies import EntryPolicy, ask_once
from ..queries.for_form import joined

_KEPT = "_catalogue_entry"

# What somebody must be allowed to do with the entry that an address names, or with some entry where it names none.
NEEDS = {
    "list": "view",
    "list_results": "view",
    "add": "add",
    "copy": "change",
    "edit": "change",
    "delete": "delete",
    "usage": "change",
    "history": "change",
    "history_results": "change",
    "inspect": "view",
    "preview_on_add": "add",
    "advise_on_add": "add",
    "advise_on_edit": "change",
    "preview_on_edit": "change",
    "revisions_view": "change",
    "revisions_revert": "change",
    "revisions_compare": "change",
    "revisions_unschedule": "publish",
    "unpublish": "publish",
    # The views themselves ask for more, and let go of a lock whoever put it there.
    "lock": "change",
    "unlock": "change",
    "workflow_action": "change",
    "collect_workflow_action_data": "change",
    "confirm_workflow_cancellation": "change",
    "workflow_preview": "change",
    "workflow_history": "change",
    "workflow_history_detail": "change",
    # An association cancels a date itself, trusted or not (docs/adr/0028-at-once-without-approval.md).
    "dates": "change",
    "cancel_date": "change",
    "move_date": "change",
    "restore_date": "change",
    "pause": "change",
    "resume": "change",
    "end": "change",
    "verify": "change",
    "places": "change",
    # What is split off is public at once.
    "split": "publish",
}


class PolicyOfEntry:
    """A policy whose general questions are about one entry."""

    def __init__(self, policy: EntryPolicy, entry: models.Model) -> None:
        self._policy, self._entry = policy, entry

    def __getattr__(self, name: str) -> Any:
        return getattr(self._policy, name)

    def user_has_permission(self, user: Any, action: str) -> bool:
        # Whether a new one may be made has nothing to do with this one.
        if action == "add":
            return self._policy.user_has_permission(user, action)
        return self._policy.user_has_permission_for_instance(user, action, self._entry)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class AsksAboutTheEntry:
    """Mixed into each view of an entry: the view's own questions are about the entry that its address names."""

    @cached_property
    def permission_policy(self) -> Any:
        policy = policy_registry.get_by_type(self.model)  # type: ignore[attr-defined]
        pk = getattr(self, "kwargs", {}).get("pk")
        return policy if pk is None else PolicyOfEntry(policy, entry_asked_about(self.request, self.model, pk))  # type: ignore[attr-defined]


class _StateOfThisEntry:
    """Wagtail takes the state of any entry's task, and would approve one entry at the address of another."""

    def get_task_state(self) -> TaskState:
        states = TaskState.objects.for_instance(self.object)  # type: ignore[attr-defined]
        return get_object_or_404(states, pk=self.task_state_id).specific  # type: ignore[attr-defined]


class EntryWorkflowActionView(_StateOfThisEntry, WorkflowActionView):
    """Approves or sends back."""


class EntryCollectWorkflowActionDataView(_StateOfThisEntry, CollectWorkflowActionDataView):
    """Asks for a comment before that."""


class PublishesOnlyOwn:
    """Mixed into the views that save: an entry is published only where it will lie within what the user may publish."""

    def is_valid(self, form: Any) -> bool:
        if not super().is_valid(form):  # type: ignore[misc]
            return False
        policy = policy_registry.get_by_type(self.model)  # type: ignore[attr-defined]
        publishes = self.action == "publish"  # type: ignore[attr-defined]
        if not publishes or policy.user_may_write(self.request.user, "publish", form.own_values()):  # type: ignore[attr-defined]
            return True
        message = _("Du kan ikke selv offentliggøre det her. Send det til godkendelse i stedet.")
        form.add_error(None, message)
        self.produced_error_code, self.produced_error_message = "validation_error", message
        return False


class GuardedViewSet(SnippetViewSet):
    """A viewset of entries whose every address is guarded, and whose list shows what the user may see."""

    workflow_action_view_class = EntryWorkflowActionView
    collect_workflow_action_data_view_class = EntryCollectWorkflowActionDataView

    def construct_view(self, view_class: type, **kwargs: Any) -> Callable[..., HttpResponse]:
        guarded_class = type(
            view_class.__name__, (AsksAboutTheEntry, view_class), {"__module__": view_class.__module__}
        )
        return super().construct_view(guarded_class, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns = [*super().get_urlpatterns(), *self.get_own_urlpatterns()]
        for pattern in patterns:
            if pattern.name not in NEEDS:
                raise ImproperlyConfigured(f"catalogue.viewsets.guard does not know what {pattern.name} needs.")
            reads = joined(self.model) if pattern.name == "edit" else ()
            pattern.callback = guarded(pattern.callback, self.model, NEEDS[pattern.name], reads)
        return patterns

    def get_own_urlpatterns(self) -> list[URLPattern]:
        """Addresses that Wagtail's viewsets have not; guarded like the others."""
        return []

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The entries of the list, narrowed to what this user may see."""
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(request.user, ["view", "change"])


def guarded(
    view: Callable[..., HttpResponse], model: type[models.Model], action: str, reads: tuple[str, ...] = ()
) -> Callable[..., HttpResponse]:
    """The view, called only for those who may do `action` with the entry its address names.

    The entry is read once, with the relations of `reads`, and kept for `entry_asked_about`.
    """

    @wraps(view)
    def ask_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(model)
        if "pk" not in kwargs:
            allowed = policy.user_has_permission(request.user, action)
        else:
            entry = entry_of(model.objects.select_related(*reads) if reads else model, kwargs["pk"])  # type: ignore[attr-defined]
            setattr(request, _KEPT, entry)
            if request.method == "GET":
                ask_once(entry)
            allowed = policy.user_has_permission_for_instance(request.user, action, entry)
        if not allowed:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return ask_first


def entry_asked_about(request: HttpRequest, model: type[models.Model], pk: Any) -> models.Model:
    """The entry that the address names, as `guarded` read it: the row, whatever a draft says. Not for changing."""
    entry = getattr(request, _KEPT, None)
    if isinstance(entry, model) and str(entry.pk) == unquote(str(pk)):
        return entry
    return entry_of(model, pk)


def entry_of(entries: type[models.Model] | QuerySet, pk: Any) -> models.Model:
    """The entry that an address names; raises `Http404` when there is none, also for what is no key at all."""
    try:
        return get_object_or_404(entries, pk=unquote(str(pk)))
    except (ValueError, ValidationError) as error:
        raise Http404 from error
