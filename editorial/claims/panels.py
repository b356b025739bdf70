"""What an editor sees of a claim."""

from __future__ import annotations

from typing import Any

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList

from accounts.models import User

from ..models import Claim
from .admin_forms import ClaimAdminForm
from .queries import speaks_for


class ClaimPanel(HelpPanel):
    """Who it is, and what speaks for them."""

    class BoundPanel(HelpPanel.BoundPanel):
        instance: Claim

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            claim = self.instance
            return {
                **super().get_context_data(parent_context),
                "speaks_for": speaks_for(claim.own_email, claim.organisation),
                "known": bool(claim.own_email) and User.objects.filter(email__iexact=claim.own_email).exists(),
                "responsible": [str(one.user) for one in claim.organisation.responsibilities.select_related("user")],
            }


CLAIM = ObjectList(
    [
        ClaimPanel(template="editorial/admin/claim.html"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "status",
                    widget=RadioSelect,
                    help_text=_(
                        "Godkendt: De får en mail med adgang til at rette foreningen og dens aktiviteter. "
                        "Det, de skriver, skal I stadig godkende."
                    ),
                ),
                FieldPanel("reason"),
                FieldPanel("note"),
            ],
            heading=_("Hvad svarer du?"),
        ),
    ],
    base_form_class=ClaimAdminForm,
)
