"""The form in which an editor answers a claim."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from .choices import ClaimStatus


class ClaimAdminForm(WagtailAdminModelForm):
    """Asks for a reason where there has to be one; an answer is final, as nobody knows any more who it was."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.initial["status"] != ClaimStatus.NEW and "status" in self.changed_data:
            self.add_error("status", _("Der er svaret. Du kan give og tage adgang under Ansvar og Brugere."))
        if self.cleaned_data.get("status") == ClaimStatus.REJECTED and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Skriv, hvorfor de ikke får adgang."))
        return self.cleaned_data
