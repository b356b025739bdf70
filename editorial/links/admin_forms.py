"""The form in which an editor mends a link."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

A_WEB_ADDRESS = URLValidator(schemes=["http", "https"])


class LinkAdminForm(WagtailAdminModelForm):
    """The new address; not asked for where the link is set as right."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "action-accept" in self.data:
            return self.cleaned_data
        new = str(self.cleaned_data.get("moved_to") or "").strip()
        try:
            A_WEB_ADDRESS(new)
        except ValidationError:
            self.add_error("moved_to", _("Skriv hele den nye adresse. Den begynder med https://"))
        else:
            if new == self.instance.url:
                self.add_error("moved_to", _("Det er den samme adresse som før."))
        self.cleaned_data["moved_to"] = new
        return self.cleaned_data
