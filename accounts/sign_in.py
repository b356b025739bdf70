"""Signing in to the editors' system."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm


class DanishLoginForm(LoginForm):
    """Wagtail's form, whose labels it leaves in English."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Mailadresse")
        self.fields["password"].label = _("Adgangskode")
        self.fields["remember"].label = _("Husk mig")
