"""What is ticked for a slip."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.choices import Language
from catalogue.models import Activity
from catalogue.my_list.addresses import read_list
from catalogue.queries.by_code import with_codes

from ..models import MOST_ENTRIES

MOST_QUERY = 1500


class SlipForm(forms.Form):
    """Reads codes of activities (`a`, as often as there are ticks) and the person's language.

    `fra` is the question that the offers answered, to lead back to.
    """

    a = forms.Field(required=False)
    sprog = forms.ChoiceField(choices=Language.choices, required=False)
    fra = forms.CharField(required=False, max_length=MOST_QUERY)

    def clean_a(self) -> list[Activity]:
        """The activities in their order; none that nobody can find any more."""
        asked = read_list(dict(self.data.lists()) if hasattr(self.data, "lists") else {})  # type: ignore[attr-defined]
        found = with_codes(asked.codes)
        activities = [activity for code in asked.codes for activity in found[code]]
        if not activities:
            raise ValidationError(_("Sæt kryds ved det, der skal med på sedlen."))
        if len(activities) > MOST_ENTRIES:
            words = ngettext(
                "Der er plads til %(most)d på en seddel. Fjern %(n)d kryds.",
                "Der er plads til %(most)d på en seddel. Fjern %(n)d krydser.",
                len(activities) - MOST_ENTRIES,
            )
            raise ValidationError(words % {"most": MOST_ENTRIES, "n": len(activities) - MOST_ENTRIES})
        return activities

    def clean_sprog(self) -> str:
        """Danish where nothing is said."""
        return self.cleaned_data["sprog"] or str(Language.DANISH)

    def back(self) -> str:
        """Where the ticks were: the finder, with the same question; never another site."""
        asked: Any = self.data.get("fra", "")
        question = str(asked)[:MOST_QUERY].lstrip("?")
        return reverse("referral:find") + (f"?{question}" if question else "")
