"""Who is invited, and as what."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models import Invitation, User
from ..roles import Role


class InvitationForm(forms.Form):
    """Mail, name and role; catalogue adds what they are responsible for."""

    email = forms.EmailField(label=_("Mailadresse"), help_text=_("Den, personen skal logge ind med."))
    first_name = forms.CharField(label=_("Fornavn"), max_length=150)
    last_name = forms.CharField(label=_("Efternavn"), max_length=150)
    role = forms.ChoiceField(label=_("Rolle"), choices=[("", _("Vælg en rolle")), *Role.choices])

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if Invitation.objects.filter(user__email=email).exists():
            raise ValidationError(_("Personen er allerede inviteret. Send invitationen igen under Invitationer."))
        if User.objects.filter(email=email).exists():
            raise ValidationError(_("Der er allerede en bruger med den mailadresse. Find brugeren under Brugere."))
        return email

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])
