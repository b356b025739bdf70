"""Who can go along: the list, and the form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..actions.changing import NotAllowed
from ..actions.save_escort import save_escort
from ..cases.admission import staff_only
from ..models import Escort
from .choices import FreeTime, Help
from .forms import EscortForm
from .registry import areas_of, may_register, registered


@staff_only
@require_safe
def escorts(request: HttpRequest) -> HttpResponse:
    """Those who are registered around here."""
    rows = [
        {
            "escort": escort,
            "areas": ", ".join(area.name for area in escort.areas.all()),
            "helps": ", ".join(str(Help(one).label) for one in escort.helps),
            "free": ", ".join(str(FreeTime(one).label) for one in escort.free),
            "may_edit": may_register(request.user, _who(escort), list(escort.areas.all())),
        }
        for escort in registered(request.user)
    ]
    context = {"rows": rows, "may_add": areas_of(request.user).exists()}
    return render(request, "cases/escorts/registry.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Registers somebody."""
    form = EscortForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        return _save(request, form, form.chosen())
    return _page(request, form, None)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Writes anew what somebody can."""
    escort = registered(request.user).filter(pk=pk).first()
    if escort is None or not may_register(request.user, _who(escort), list(escort.areas.all())):
        raise Http404
    initial = {
        "areas": list(escort.areas.all()),
        "helps": escort.helps,
        "free": escort.free,
        "active": escort.active,
    }
    form = EscortForm(request.POST or None, user=request.user, fixed=escort, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _save(request, form, _who(escort))
    return _page(request, form, escort)


def _save(request: HttpRequest, form: EscortForm, who: Any) -> HttpResponse:
    given = {name: form.cleaned_data[name] for name in ("areas", "helps", "free", "active")}
    try:
        save_escort(who=who, by=request.user, **given)
    except NotAllowed:
        form.add_error(None, _("De er registreret også uden for dine områder. Bed en kollega derfra om at rette det."))
        return _page(request, form, None)
    messages.success(request, _("Det er gemt."))
    return redirect("escorts:registry")


def _page(request: HttpRequest, form: EscortForm, escort: Escort | None) -> HttpResponse:
    context = {"form": form, "escort": escort, "may_add": areas_of(request.user).exists()}
    return render(request, "cases/escorts/escort.html", context, status=422 if form.errors else 200)


def _who(escort: Escort) -> Any:
    return escort.user or escort.organisation or escort.unit
