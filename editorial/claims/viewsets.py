"""The queue of claims, in the editors' system."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Claim
from .actions import answer_claim
from .choices import ClaimStatus
from .filters import ClaimFilterSet
from .panels import CLAIM
from .queries import claims_for

OFFERED = {"index", "index_results", "edit", "history", "history_results"}


class ClaimIndexView(IndexView):
    """What waits comes first, the oldest on top: somebody waits for the answer."""

    def get_base_queryset(self) -> QuerySet:
        waiting = Case(When(status=ClaimStatus.NEW, then=Value(0)), default=Value(1), output_field=IntegerField())
        return (
            claims_for(self.request.user)
            .select_related("organisation", "handled_by")
            .annotate(waiting=waiting)
            .order_by("waiting", "created_at", "pk")
        )


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


class ClaimViewSet(ModelViewSet):
    """Only the public makes claims, so there is nothing to add, copy or delete here."""

    model = Claim
    name = "krav"
    icon = "group"
    menu_label = _("Krav om adgang")
    menu_order = 98
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    edit_handler = CLAIM
    index_view_class = ClaimIndexView
    edit_view_class = ClaimEditView
    history_view_class = ClaimHistoryView
    filterset_class = ClaimFilterSet
    list_per_page = 50
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
    search_backend_name = None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        left_out = dict.fromkeys(("add_url_name", "delete_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**left_out, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in OFFERED]
