"""Mail, name and role, and what the role is responsible for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.invitations.forms import InvitationForm
from accounts.roles import Role

from ..models import Area, Organisation, Venue

# What a role is responsible for, and what to say when it is not there.
NEEDS = {
    Role.LOCAL_EDITOR: ("area", _("Vælg det område, som lokalredaktøren har ansvar for.")),
    Role.ASSOCIATION: ("organisation", _("Vælg den arrangør, som foreningen er.")),
    Role.CENTRE_STAFF: ("venue", _("Vælg det sted, som centermedarbejderen har ansvar for.")),
}
TARGETS = ("area", "organisation", "venue")


class ResponsibleForm(InvitationForm):
    """What the role has no use for is left empty."""

    area = forms.ModelChoiceField(
        Area.objects.order_by("name"), label=_("Område"), required=False, help_text=_("Kun til lokalredaktører.")
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"), label=_("Arrangør"), required=False, help_text=_("Kun til foreninger.")
    )
    trusted = forms.BooleanField(
        label=_("Må offentliggøre selv"),
        required=False,
        help_text=_("Kun til foreninger. Ellers bliver det, de skriver, godkendt først."),
    )
    venue = forms.ModelChoiceField(
        Venue.objects.order_by("name"), label=_("Sted"), required=False, help_text=_("Kun til centermedarbejdere.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "role" not in cleaned:
            return cleaned
        needed, words = NEEDS.get(cleaned["role"], (None, None))
        if needed and not cleaned.get(needed) and needed not in self.errors:
            self.add_error(needed, words)
        for name in TARGETS:
            if name != needed and cleaned.get(name):
                self.add_error(name, _("Den rolle har ikke ansvar for det. Lad feltet være tomt."))
        if cleaned.get("trusted") and needed != "organisation":
            self.add_error("trusted", _("Kun foreninger kan få lov til selv at offentliggøre."))
        return cleaned

    @property
    def target(self) -> dict[str, Any]:
        """What the invited is responsible for, by name."""
        return {name: self.cleaned_data[name] for name in TARGETS if self.cleaned_data.get(name)}
