"""Making a slip, its own page for whoever made it, and its short address for whoever got it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.visitors.throttling import has_room
from home.models import SiteSettings

from ..actions.make_slip import make_slip
from ..actions.withdraw_slip import withdraw_slip
from ..models import Slip
from .codes import read_typed
from .content import SlipContent, slip_content
from .forms import SlipForm
from .made import slip_made
from .paper import PAPERS, slip_pdf

MOST_FROM_ONE = 60
MOST_IN_ALL = 3000


# Exempt because the protection needs a cookie, and visitors get none. Nobody is signed in here, so a forged post gains
# nothing: it makes a slip that only the forger has the key to.
@csrf_exempt
@never_cache
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Makes a slip of what is ticked, and leads to its page; or says what to mend."""
    form = SlipForm(request.POST)
    problem, status = "", 422
    if not form.is_valid():
        problem = str(next(iter(form.errors.values()))[0])
    elif not has_room(request, "slip", from_one=MOST_FROM_ONE, in_all=MOST_IN_ALL):
        problem, status = _("Der er lavet mange sedler herfra. Vent en time, og prøv igen."), 429
    if problem:
        context = {"problem": problem, "back": form.back()}
        return render(request, "pages/slip_problem.html", context, status=status)
    slip = make_slip(activities=form.cleaned_data["a"], language=form.cleaned_data["sprog"], now=timezone.now())
    return HttpResponseRedirect(reverse("referral:slip-made", kwargs={"key": slip.key}))


@never_cache
@require_safe
def made(request: HttpRequest, key: str) -> HttpResponse:
    """The slip for whoever made it: paper, text message, mail, record, and the way to withdraw it."""
    slip = _of_key(key)
    now = timezone.now()
    content = None if not slip.is_open(now) else _content(request, slip)
    context = {"slip": slip, "made": slip_made(slip, content, now)}
    return _unlisted(render(request, "pages/slip_made.html", context))


@csrf_exempt  # As above; and whoever has the key may do this.
@never_cache
@require_POST
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """Shuts the short address, and says so."""
    withdraw_slip(slip=_of_key(key), now=timezone.now())
    return HttpResponseRedirect(reverse("referral:slip-made", kwargs={"key": key}))


@never_cache
@require_safe
def slip(request: HttpRequest, code: str) -> HttpResponse:
    """The short address: the same list as on the paper."""
    known = read_typed(code)
    found = get_object_or_404(Slip, code=known)
    if not found.is_open(timezone.now()):
        return _unlisted(render(request, "pages/slip_shut.html", {"withdrawn": found.withdrawn_at}, status=410))
    return _unlisted(render(request, "pages/slip.html", {"slip": _content(request, found), "code": found.code}))


@never_cache
@require_safe
def paper(request: HttpRequest, code: str, paper: str) -> HttpResponse:
    """The slip as PDF; `?sprog=` in another language than it was made for."""
    found = get_object_or_404(Slip, code=read_typed(code))
    if paper not in PAPERS:
        raise Http404
    if not found.is_open(timezone.now()):
        return _unlisted(render(request, "pages/slip_shut.html", {"withdrawn": found.withdrawn_at}, status=410))
    pdf = slip_pdf(_content(request, found), PAPERS[paper])
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="forslag-{paper}.pdf"'
    return _unlisted(response)


def _of_key(key: str) -> Slip:
    return get_object_or_404(Slip, key=read_typed(key))


def _content(request: HttpRequest, slip: Slip) -> SlipContent:
    site = SiteSettings.for_request(request)
    return slip_content(slip, timezone.now(), language=request.GET.get("sprog", ""), portal=site.name, phone=site.phone)


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Kept out of search engines, and its address is not passed on to where a link leads."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
