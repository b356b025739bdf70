"""What is agreed with one organisation."""

from __future__ import annotations

from django import forms

from ...models import FreshnessAgreement


class AgreementForm(forms.ModelForm):
    """Where letters go, and whether any do."""

    class Meta:
        model = FreshnessAgreement
        fields = ("email", "on_hold", "note")
