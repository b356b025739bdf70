"""The form of a calendar of school holidays."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from ..models import HolidayCalendar
from ..policies import POLICIES
from .fields import AreaField


class HolidayCalendarForm(WagtailAdminModelForm):
    """A calendar, kept within the areas that its writer is responsible for."""

    area = AreaField(
        label=_("Område"), help_text=_("Som regel en kommune. Kalenderen gælder alt, hvad der ligger i området.")
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        policy, action = POLICIES[HolidayCalendar], "change" if self.instance.pk else "add"
        area = self.cleaned_data.get("area")
        if area and self.for_user and not policy.user_may_write(self.for_user, action, {"area": area}):
            self.add_error("area", _("Vælg et område, som du har ansvar for."))
        return self.cleaned_data
