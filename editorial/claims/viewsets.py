"""The queue of claims, in the editors' system."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView

from ..models import Claim
from ..queues import QueueViewSet, waiting_first
from .actions import answer_claim
from .choices import ClaimStatus
from .filters import ClaimFilterSet
from .panels import CLAIM
from .queries import claims_for


class ClaimIndexView(IndexView):
    """What waits comes first, the oldest on top: somebody waits for the answer."""

    def get_base_queryset(self) -> QuerySet:
        claims = claims_for(self.request.user).select_related("organisation", "handled_by")
        return waiting_first(claims, [ClaimStatus.NEW])


class ClaimEditView(EditView):
    """One claim, and the answer to it."""

    def get_queryset(self) -> QuerySet:
        return claims_for(self.request.user).select_related("organisation")

    def save_instance(self) -> Claim:
        """Hands what was typed to the action, which saves and logs."""
        data, stored = self.form.cleaned_data, self.get_queryset().get(pk=self.form.instance.pk)
        answer_claim(
            claim=stored, status=data["status"], reason=data["reason"], note=data["note"], by=self.request.user
        )
        return stored


class ClaimHistoryView(HistoryView):
    """What was done with one claim."""

    def get_base_object_queryset(self) -> QuerySet:
        return claims_for(self.request.user)


class ClaimViewSet(QueueViewSet):
    """Only the public makes claims, so there is nothing to add, copy or delete here."""

    model = Claim
    name = "krav"
    icon = "group"
    menu_label = _("Krav om adgang")
    menu_order = 98
    edit_handler = CLAIM
    index_view_class = ClaimIndexView
    edit_view_class = ClaimEditView
    history_view_class = ClaimHistoryView
    filterset_class = ClaimFilterSet
    list_display = (
        "organisation",
        Column("name", label=_("Hvem skriver?")),
        DateColumn("created_at", label=_("Modtaget"), sort_key="created_at"),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda claim: claim.status == ClaimStatus.NEW,
            sort_key="status",
        ),
        Column("handled_by", label=_("Behandlet af")),
    )
    search_fields = ("organisation__name", "name", "note")
