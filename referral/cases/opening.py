"""Referring somebody: from the finder's ticks to a referral."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from catalogue.models import Activity, Area
from catalogue.my_list.addresses import read_list
from catalogue.queries.by_code import with_codes
from catalogue.sharing.codes import code_of

from ..actions.open_referral import open_referral
from ..forms import NeedsForm
from ..life.choices import ConsentKind
from ..life.referrers import may_refer_to
from ..models import MOST_ENTRIES, Unit
from ..permissions import REFER, holds
from .admission import staff_only
from .fields import WordsField
from .forms import SELECT
from .person import CONTACT, PersonForm

MOST_QUERY = 1500


class CaseForm(PersonForm):
    """Consent first; then what is proposed, and who the person is only if they want to be contacted."""

    a = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad henviser du til?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    unit = forms.ModelChoiceField(
        queryset=Unit.objects.none(),
        label=gettext_lazy("Hvem henviser?"),
        empty_label=None,
        widget=forms.Select(attrs=SELECT),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Vælg en enhed, du er med i.")),
    )
    note = WordsField(
        label=gettext_lazy("Er der mere, arrangøren skal vide?"),
        help_text=gettext_lazy("Skriv ikke navn, CPR-nummer eller sygdomme."),
        rows=3,
    )
    field_order = ("consents", "given_how", "a", "unit", *CONTACT, "note")

    def __init__(self, *args: Any, units: Any, activities: list[Activity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.activities = {code_of(activity.uuid): activity for activity in activities}
        choices = [(code, activity.title) for code, activity in self.activities.items()]
        self.fields["a"].choices = choices  # type: ignore[attr-defined]
        self.ask_for(ConsentKind)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def clean_consents(self) -> list[str]:
        """Nobody is referred without a yes."""
        given = self.cleaned_data["consents"]
        if ConsentKind.REFERRED not in given:
            raise ValidationError(_("Spørg personen, og sæt kryds ved det første ja. Ellers kan du ikke henvise."))
        return given

    def clean_a(self) -> list[Activity]:
        """The activities in their order."""
        chosen = [self.activities[code] for code in self.cleaned_data["a"]]
        if not chosen:
            raise ValidationError(_("Sæt kryds ved det, du henviser til."))
        if len(chosen) > MOST_ENTRIES:
            raise ValidationError(_("Du kan henvise til %(most)d på én gang.") % {"most": MOST_ENTRIES})
        return chosen

    def clean(self) -> None:
        """What the unit may refer to."""
        super().clean()
        data = self.cleaned_data
        closed = [one.title for one in data.get("a", ()) if "unit" in data and not may_refer_to(data["unit"].kind, one)]
        if closed:
            words = _("Arrangøren tager ikke imod fra jer her: %(titles)s. Fjern krydset, eller ring til arrangøren.")
            self.add_error("a", words % {"titles": ", ".join(closed)})


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def open_case(request: HttpRequest) -> HttpResponse:
    """The form, filled with the finder's ticks and needs; and the referral that it makes."""
    if not holds(request.user, REFER):
        raise PermissionDenied
    units = Unit.objects.filter(unit_members__user=request.user.pk)
    asked = request.POST if request.method == "POST" else request.GET
    activities = _activities(asked)
    needs_form = NeedsForm(asked if request.method == "POST" else QueryDict(asked.get("fra", "")[:MOST_QUERY]))
    initial = {"a": [code_of(activity.uuid) for activity in activities]}
    needs_form.fields["alder"].help_text = _("Vi gemmer kun cirka hvor gammel, ikke alderen.")
    form = CaseForm(request.POST or None, units=units, activities=activities, initial=initial)
    needs, status = needs_form.needs(), 200
    if request.method == "POST":
        if not needs.area:
            needs_form.add_error("omraade", _("Vælg, hvor personen bor, så henvisningen når frem til de rigtige."))
        if form.is_valid() and needs_form.is_valid():
            referral = open_referral(
                activities=form.cleaned_data["a"],
                unit=form.cleaned_data["unit"],
                area=Area.objects.get(slug=needs.area),
                needs=needs,
                consents=form.cleaned_data["consents"],
                given_how=form.cleaned_data["given_how"],
                contact=form.contact(),
                note=form.cleaned_data["note"],
                by=request.user,
                now=timezone.now(),
            )
            told = _("Personen er henvist. Du har ansvaret, indtil du giver henvisningen videre.")
            own = reverse("privacy:consents", kwargs={"code": referral.code})
            link = format_html('<a href="{}#own">{}</a>', own, _("Giv personen sit samtykke med."))
            messages.success(request, format_html("{} {}", told, link))
            return redirect("cases:case", code=referral.code)
        status = 422
    context = {
        "form": form,
        "needs_form": needs_form,
        "activities": activities,
        "units": units,
        "needs_open": request.method == "POST" and bool(needs_form.errors),
    }
    return render(request, "cases/open.html", context, status=status)


def _activities(asked: QueryDict) -> list[Activity]:
    """What is ticked, or was: the codes under `a`, and those that were offered, under `tilbudt`."""
    lists = dict(asked.lists())
    both = [*lists.get("tilbudt", []), *(code for code in lists.get("a", []) if code not in lists.get("tilbudt", []))]
    codes = read_list({"a": both}).codes
    found = with_codes(codes, Activity.objects.published())
    return [activity for code in codes for activity in found[code]]
