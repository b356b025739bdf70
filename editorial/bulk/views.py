"""Taking a change of many entries back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from catalogue.models import Activity

from ..actions.change_in_bulk import undo_in_bulk
from ..models import BulkChange
from .presenting import told_of

LIST = "wagtailsnippets_catalogue_activity:list"


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asks, and brings back. Only what one changed oneself, and once."""
    user: Any = request.user
    made = get_object_or_404(BulkChange, uuid=uuid, made_by=user)
    if request.method == "POST":
        _undo(request, made, user)
        return redirect(LIST)
    latest = {one["pk"]: one["latest_after"] for one in made.changed}
    entries = list(Activity.objects.filter(pk__in=latest).order_by("title", "pk"))
    context = {
        "made": made,
        "back": [entry for entry in entries if entry.latest_revision_id == latest[entry.pk]],
        "changed_since": [entry for entry in entries if entry.latest_revision_id != latest[entry.pk]],
        "list": reverse(LIST),
    }
    return render(request, "editorial/admin/undo.html", context)


def _undo(request: HttpRequest, made: BulkChange, user: Any) -> None:
    outcome = undo_in_bulk(made=made, by=user)
    if outcome is None:
        messages.warning(request, _("Det er fortrudt i forvejen."))
        return
    count = len(outcome.changed)
    if count:
        done = ngettext("%(n)d aktivitet er igen, som den var.", "%(n)d aktiviteter er igen, som de var.", count) % {
            "n": count
        }
        messages.success(request, " ".join([done, *told_of(outcome)]))
        return
    for sentence in told_of(outcome) or [_("Der var ikke noget at fortryde.")]:
        messages.warning(request, sentence)
