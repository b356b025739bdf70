"""Who is responsible for what, in the editors' system."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Responsibility
from ..panels import RESPONSIBILITY


class ResponsibilityIndexView(IndexView):
    """Everybody's, by name."""

    def get_base_queryset(self) -> QuerySet:
        return Responsibility.objects.select_related("user", "area", "organisation", "venue")


class ResponsibilityViewSet(ModelViewSet):
    """The list and the form; administrators alone have them."""

    model = Responsibility
    name = "ansvar"
    icon = "key"
    menu_label = _("Ansvar")
    menu_order = 610
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    edit_handler = RESPONSIBILITY
    index_view_class = ResponsibilityIndexView
    list_per_page = 100
    list_display = (
        "user",
        Column("target", label=_("Ansvar for")),
        BooleanColumn("trusted", label=_("Må offentliggøre selv")),
    )
    list_export = ("user", "target", "trusted")
    search_fields = (
        "user__first_name",
        "user__last_name",
        "user__email",
        "area__name",
        "organisation__name",
        "venue__name",
    )
    search_backend_name = None
