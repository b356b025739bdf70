"""Who has read which referral; for the coordinators, of their own areas."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.models import User
from catalogue.scopes import reach_of

from ...cases.admission import staff_only
from ...cases.fields import refuse_civil_number
from ...cases.shown import reference_of
from ...models import Referral, ReferralRead
from ...permissions import COORDINATE, holds
from ...querysets import coordinated
from ...slips.codes import read_typed

ON_A_PAGE = 50
INPUT = {"class": "form-input", "autocomplete": "off"}
FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"]


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={**INPUT, "type": "date"}),
        error_messages={"invalid": _("Skriv en dato, for eksempel 24-12-2026.")},
    )


class ReadingsForm(forms.Form):
    """What the list is narrowed to; all may be left empty."""

    hvem = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Hvem"),
        required=False,
        empty_label=_("Alle"),
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": _("Vælg en fra listen.")},
    )
    fra = _day(_("Fra og med"))
    til = _day(_("Til og med"))
    henvisning = forms.CharField(
        label=_("Henvisning"),
        help_text=_("Henvisningens kode, eller begyndelsen af den."),
        required=False,
        max_length=40,
        validators=[refuse_civil_number],
        widget=forms.TextInput(attrs=INPUT),
        error_messages={"max_length": _("Skriv højst %(limit_value)d tegn.")},
    )

    def __init__(self, *args: Any, among: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hvem"].queryset = among  # type: ignore[attr-defined]


@staff_only
@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """The newest first. The list itself says nothing of anybody's needs."""
    if not holds(request.user, COORDINATE):
        raise PermissionDenied
    seen = readings_for(request.user)
    among = User.objects.filter(pk__in=seen.order_by().values("user")).order_by("first_name", "last_name", "pk")
    form = ReadingsForm(request.GET, among=among)
    form.is_valid()
    asked = form.cleaned_data
    leaf = Paginator(narrowed(seen, asked), ON_A_PAGE).get_page(request.GET.get("side"))
    kept = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    context = {
        "form": form,
        "rows": [(row, reference_of(row.referral)) for row in leaf],
        "count": leaf.paginator.count,
        "previous": f"?{urlencode({**kept, 'side': leaf.previous_page_number()})}" if leaf.has_previous() else "",
        "next": f"?{urlencode({**kept, 'side': leaf.next_page_number()})}" if leaf.has_next() else "",
    }
    return render(request, "cases/privacy/readings.html", context, status=422 if form.errors else 200)


def readings_for(user: Any) -> QuerySet:
    """Readings of the referrals of the areas that the user coordinates; tests/integration/referral/privacy."""
    theirs = Referral.objects.filter(coordinated(reach_of(user)))
    rows = ReferralRead.objects.filter(referral__in=theirs.values("pk"))
    escort = ("escort__user", "escort__organisation", "escort__unit")
    return rows.select_related("user", "organisation", *escort, "referral__area").order_by("-at", "-pk")


def narrowed(rows: QuerySet, asked: dict[str, Any]) -> QuerySet:
    """By what the form could read; what it could not is left out."""
    if asked.get("hvem"):
        rows = rows.filter(user=asked["hvem"])
    if asked.get("fra"):
        rows = rows.filter(at__gte=_midnight(asked["fra"]))
    if asked.get("til"):
        rows = rows.filter(at__lt=_midnight(asked["til"] + datetime.timedelta(days=1)))
    if asked.get("henvisning"):
        rows = rows.filter(referral__code__startswith=read_typed(asked["henvisning"]))
    return rows


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
