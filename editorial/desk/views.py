"""Saying "still right" of one entry, from the first page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from catalogue.models import Activity
from catalogue.policies import ACTIVITIES

from ..actions.change_in_bulk import change_in_bulk
from ..bulk.forms import VerifyForm
from ..bulk.presenting import told_of


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks an entry as confirmed today; it takes no right to publish, as what citizens read stays the same."""
    user: Any = request.user
    entry = get_object_or_404(Activity, pk=pk)
    if not ACTIVITIES.user_has_permission_for_instance(user, "change", entry):
        raise PermissionDenied
    form = VerifyForm({}, user=user)
    outcome, made = change_in_bulk(
        activities=[entry], change=form.change, words=form.words(), by=user, as_published=False
    )
    if made:
        undo = messages.button(reverse("flere:undo", args=[made.uuid]), _("Fortryd"))
        messages.success(request, _("Tak. »%(title)s« står som bekræftet i dag.") % {"title": entry}, buttons=[undo])
    for sentence in [] if made else told_of(outcome):
        messages.warning(request, sentence)
    return redirect("wagtailadmin_home")
