"""The form that takes a place's calendar, and asks what its new activities are."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import works_everywhere

from ..choices import ActivityType, Character, SignUp
from ..models import Organisation, Venue
from ..policies import ORGANISATIONS, VENUES
from ..scopes import reach_of

# A calendar of thousands of events fills less.
MOST_MB = 4


class ProgrammeForm(forms.Form):
    """A file, whose it is, and what a calendar does not say."""

    file = forms.FileField(
        label=gettext_lazy("Kalender"),
        help_text=gettext_lazy("En fil i formatet iCalendar (.ics). Du ser først, hvad der vil ske."),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        max_length=200,
        error_messages={"required": gettext_lazy("Vælg en fil."), "empty": gettext_lazy("Filen er tom.")},
    )
    venue = forms.ModelChoiceField(
        label=gettext_lazy("Sted"), queryset=Venue.objects.none(), empty_label=gettext_lazy("Vælg")
    )
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Arrangør af det, der er nyt"),
        queryset=Organisation.objects.none(),
        empty_label=gettext_lazy("Vælg"),
    )
    type = forms.ChoiceField(
        label=gettext_lazy("Del af kataloget"), choices=ActivityType.choices, initial=ActivityType.RELATIONAL
    )
    character = forms.ChoiceField(label=gettext_lazy("Karakter"), choices=Character.choices)
    signup = forms.ChoiceField(label=gettext_lazy("Sådan kommer man med"), choices=SignUp.choices)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "w-w-full"
        self.fields["venue"].queryset = _venues(user).order_by("name")
        self.fields["organisation"].queryset = ORGANISATIONS.choosable(user).order_by("name")

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_MB * 1024 * 1024:
            raise forms.ValidationError(_("Kalenderen fylder mere end %(mb)d MB. Del den i flere.") % {"mb": MOST_MB})
        return file

    def options(self) -> dict[str, str]:
        """What is kept with the file."""
        data = self.cleaned_data
        names = ("type", "character", "signup")
        return {name: data[name] for name in names} | {name: data[name].slug for name in ("venue", "organisation")}


def _venues(user: Any) -> QuerySet:
    """Where the user may put an activity; an association's may be anywhere."""
    reach = reach_of(user)
    found = VENUES.choosable(user)
    if works_everywhere(user) or reach.organisations:
        return found
    return found.filter(Q(pk__in=reach.venues) | Q(area__in=reach.areas))
