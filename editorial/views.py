"""Reporting an error without signing in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.models import Activity

from .actions.report_error import report_error
from .forms import ReportForm
from .report_page import problem_with, report_page, too_many
from .throttling import may_report
from .tickets import check_ticket


# Exempt because the protection needs a cookie, and visitors get none. The form carries a signed ticket instead, and a
# forged post would gain nothing: nobody is signed in here, whatever cookies come along.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, uuid: str) -> HttpResponse:
    """Shows the form; takes it in; says thank you, or what to mend with everything still in its place."""
    activity = get_object_or_404(Activity, uuid=uuid, live=True)
    if request.method != "POST":
        return render(request, "pages/report.html", {"report": report_page(activity)})
    form = ReportForm(request.POST)
    if not form.is_valid():
        return render(request, "pages/report.html", {"report": report_page(activity, form)}, status=422)
    problem, status = problem_with(check_ticket(form.cleaned_data["ticket"], activity.uuid.hex)), 422
    if not problem and not may_report(request):
        problem, status = too_many(), 429
    if problem:
        return render(request, "pages/report.html", {"report": report_page(activity, form, problem)}, status=status)
    data = form.cleaned_data
    report_error(activity=activity, kind=data["kind"], words=data["words"], contact=data["contact"])
    return HttpResponseRedirect("tak/")


@require_safe
def thanks(request: HttpRequest, uuid: str) -> HttpResponse:
    """Says that the report has come in, and what happens now."""
    activity = get_object_or_404(Activity, uuid=uuid, live=True)
    return render(
        request, "pages/report_thanks.html", {"title": activity.title, "address": activity.get_absolute_url()}
    )
