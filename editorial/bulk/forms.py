"""What is asked before several activities are changed; each form knows how to change one entry."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import works_everywhere
from catalogue.choices import Status
from catalogue.forms.fields import AreasField, VocabularyField
from catalogue.life.forms import DayInput
from catalogue.models import Activity, Interest, Organisation
from catalogue.policies import ORGANISATIONS
from catalogue.scopes import areas_of

EDITORS = "Redaktionen"


class BulkForm(forms.Form):
    """A form about many entries. `change` sets what was chosen in one of them, and says whether it differs now."""

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def change(self, activity: Activity) -> bool:
        raise NotImplementedError

    def words(self) -> str:
        """What is done, for the message afterwards: "status sat til På pause"."""
        raise NotImplementedError


class VerifyForm(BulkForm):
    """Asks nothing: today somebody says that it is all right."""

    def change(self, activity: Activity) -> bool:
        today = timezone.localdate()
        # What an association says of its own comes from the organiser: `verified_by` is empty then.
        who = "" if _speaks_for(self.user, activity) else EDITORS
        if (activity.verified_on, activity.verified_by) == (today, who):
            return False
        activity.verified_on, activity.verified_by = today, who
        return True

    def words(self) -> str:
        return _("bekræftet i dag")


def _speaks_for(user: Any, activity: Activity) -> bool:
    from catalogue.scopes import reach_of

    return not works_everywhere(user) and activity.organisation_id in reach_of(user).organisations


class StatusForm(BulkForm):
    """Whether they run."""

    status = forms.ChoiceField(
        label=gettext_lazy("Ny status"),
        choices=Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg en status.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Hvorfor på pause eller ophørt?"),
        help_text=gettext_lazy("Læserne ser det. Står feltet tomt, er der ingen begrundelse."),
        required=False,
        max_length=200,
    )
    until = forms.DateField(
        label=gettext_lazy("Pause til og med"),
        help_text=gettext_lazy("Den sidste dag i pausen. Dagen efter går de i gang igen. Tom: du siger selv til."),
        required=False,
        widget=DayInput,
        error_messages={"invalid": gettext_lazy("Skriv datoen som dag, måned og år: 24.12.2026.")},
    )

    def clean_until(self) -> datetime.date | None:
        """A day that is still to come."""
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("Den sidste dag i pausen er allerede gået. Skriv en senere dato."))
        return until

    def clean(self) -> dict[str, Any]:
        super().clean()
        status = self.cleaned_data.get("status")
        if self.cleaned_data.get("until") and status and status != Status.PAUSED:
            self.add_error("until", _("En pause har en sidste dag. Vælg »På pause«, eller lad feltet stå tomt."))
        return self.cleaned_data

    def change(self, activity: Activity) -> bool:
        status, until = self.cleaned_data["status"], self.cleaned_data["until"]
        note = "" if status == Status.ACTIVE else self.cleaned_data["note"]
        if (activity.status, activity.status_note, activity.paused_until) == (status, note, until):
            return False
        activity.status, activity.status_note, activity.paused_until = status, note, until
        return True

    def words(self) -> str:
        said = _("status sat til »%(status)s«") % {"status": Status(self.cleaned_data["status"]).label}
        until = self.cleaned_data["until"]
        if not until:
            return said
        return _("%(said)s til og med %(day)s") % {"said": said, "day": date_format(until, "SHORT_DATE_FORMAT")}


class ExportForm(BulkForm):
    """Which kind of file."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hvilken slags fil?"),
        choices=[("xlsx", gettext_lazy("Excel")), ("csv", gettext_lazy("CSV, til andre programmer"))],
        initial="xlsx",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg en slags fil.")},
    )


class AreasForm(BulkForm):
    """Which areas they serve."""

    how = forms.ChoiceField(
        label=gettext_lazy("Hvad skal der ske?"),
        choices=[
            ("add", gettext_lazy("Føj områderne til dem, der står der")),
            ("replace", gettext_lazy("Sæt områderne i stedet for dem, der står der")),
            ("remove", gettext_lazy("Tag områderne ud")),
        ],
        initial="add",
        widget=forms.RadioSelect,
    )
    areas = AreasField(label=gettext_lazy("Områder"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not works_everywhere(self.user) and areas_of(self.user).exists():
            own = self.fields["areas"].queryset.filter(pk__in=areas_of(self.user).values("pk"))
            self.fields["areas"].queryset = own

    def change(self, activity: Activity) -> bool:
        before = list(activity.areas.all())
        after = _combined(before, list(self.cleaned_data["areas"]), self.cleaned_data["how"])
        if {area.pk for area in before} == {area.pk for area in after}:
            return False
        activity.areas = after
        return True

    def words(self) -> str:
        return _("områder ændret")


class InterestsForm(BulkForm):
    """What they are about."""

    how = forms.ChoiceField(
        label=gettext_lazy("Hvad skal der ske?"),
        choices=[
            ("add", gettext_lazy("Føj interesserne til")),
            ("remove", gettext_lazy("Tag interesserne ud")),
        ],
        initial="add",
        widget=forms.RadioSelect,
    )
    interests = VocabularyField(Interest, label=gettext_lazy("Interesser"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["interests"].required = True
        self.fields["interests"].error_messages["required"] = _("Vælg mindst én interesse.")

    def change(self, activity: Activity) -> bool:
        before = list(activity.interests.all())
        after = _combined(before, list(self.cleaned_data["interests"]), self.cleaned_data["how"])
        if {term.pk for term in before} == {term.pk for term in after}:
            return False
        activity.interests.set(after)
        return True

    def words(self) -> str:
        return _("interesser ændret")


class OrganisationForm(BulkForm):
    """Who runs them."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Ny arrangør"),
        error_messages={"required": gettext_lazy("Vælg en arrangør.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = ORGANISATIONS.choosable(self.user).order_by("name", "pk")

    def change(self, activity: Activity) -> bool:
        chosen = self.cleaned_data["organisation"]
        if activity.organisation_id == chosen.pk:
            return False
        activity.organisation = chosen
        return True

    def words(self) -> str:
        return _("arrangør sat til »%(name)s«") % {"name": self.cleaned_data["organisation"]}


def _combined(before: list[Any], chosen: list[Any], how: str) -> list[Any]:
    """The list after adding, removing or replacing."""
    if how == "replace":
        return chosen
    if how == "remove":
        return [one for one in before if one not in chosen]
    return [*before, *(one for one in chosen if one not in before)]
