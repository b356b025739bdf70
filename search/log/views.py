"""The list of searches without a fitting answer, in the editors' system."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from catalogue.models import Area

from ..actions.handle_asked import handle_asked
from ..models import AskedStatus
from ..queries.asked_for import asked_for

PER_PAGE = 50


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """What was asked for most, narrowed by area and status; several are marked in one go."""
    if request.method == "POST":
        _handle(request)
        return redirect(request.get_full_path())
    rows = asked_for(request.user)
    areas = Area.objects.filter(pk__in=rows.exclude(area=None).values("area")).order_by("name")
    status = request.GET.get("status", AskedStatus.OPEN)
    status = status if status in AskedStatus.values else AskedStatus.OPEN.value
    area = request.GET.get("omraade", "")
    rows = rows.filter(status=status).select_related("area", "handled_by")
    if area == "uden":
        rows = rows.filter(area=None)
    elif area.isdecimal() and len(area) < 19:
        rows = rows.filter(area=int(area))
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "areas": areas,
        "area": area,
        "status": status,
        "statuses": AskedStatus.choices,
    }
    return render(request, "search/admin/asked.html", context)


def _handle(request: HttpRequest) -> None:
    ticked = [int(one) for one in request.POST.getlist("ticked") if one.isdecimal() and len(one) < 19]
    status = request.POST.get("status", "")
    if not ticked or status not in AskedStatus.values:
        messages.warning(request, _("Vælg mindst én."))
        return
    count = handle_asked(keys=ticked, status=status, by=request.user)  # type: ignore[arg-type]
    words = ngettext("%(n)d søgning er flyttet til »%(where)s«.", "%(n)d søgninger er flyttet til »%(where)s«.", count)
    messages.success(request, words % {"n": count, "where": AskedStatus(status).label})
