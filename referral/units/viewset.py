"""The list of units and the form; administrators alone have them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import DeleteView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from accounts.models import User

from ..cases.fields import refuse_civil_number
from ..models import Unit
from ..permissions import REFER


class UnitForm(WagtailAdminModelForm):
    """Members are chosen among those who may refer."""

    members = forms.ModelMultipleChoiceField(
        queryset=User.objects.none(),
        label=_("Medarbejdere"),
        help_text=_("Dem med rollen Frontpersonale. De ser, hvad enheden har henvist, så længe de er med."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codename = REFER.partition(".")[2]
        users = User.objects.filter(is_active=True, groups__permissions__codename=codename).distinct()
        self.fields["members"].queryset = users.order_by("first_name", "last_name", "pk")  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """A place or a team, never a person's number."""
        name: str = self.cleaned_data["name"]
        refuse_civil_number(name)
        return name


MAIL = FieldPanel(
    "mail",
    help_text=_(
        "Hertil skriver vi, når nogen fra enheden bliver spurgt, om de vil følges med en. Tom: til medarbejderne."
    ),
)
UNIT = ObjectList(
    [FieldPanel("name"), FieldPanel("kind"), FieldPanel("area"), MAIL, FieldPanel("members")],
    base_form_class=UnitForm,
)


class UnitIndexView(IndexView):
    """With how many work in each."""

    def get_base_queryset(self) -> QuerySet:
        return Unit.objects.select_related("area").annotate(size=Count("unit_members"))


class UnitDeleteView(DeleteView):
    """A unit that has referred somebody stays: what it has referred must have somewhere to be."""

    template_name = "referral/admin/delete_unit.html"

    @property
    def must_stay(self) -> bool:
        """Whether it has referred somebody."""
        return self.object.referrals.exists()

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.must_stay:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)


class UnitViewSet(ModelViewSet):
    """Who refers."""

    model = Unit
    name = "enheder"
    icon = "group"
    menu_label = _("Enheder, der henviser")
    menu_order = 620
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    edit_handler = UNIT
    index_view_class = UnitIndexView
    delete_view_class = UnitDeleteView
    list_per_page = 100
    list_display = (
        "name",
        Column("get_kind_display", label=_("Hvad er det")),
        Column("area", label=_("Område")),
        Column("size", label=_("Medarbejdere"), accessor="size"),
    )
    search_fields = ("name",)
    search_backend_name = None
