"""Who gets to the screens of the referrals at all, and how their answers are kept out of caches and search engines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.encoding import iri_to_uri

from accounts.sign_in.second_factor import lacks_second_factor

from ..models import Referral, ReferralActivity
from ..permissions import COORDINATE, FOLLOW, RECEIVE, REFER, holds
from ..secrecy import Unreadable
from ..slips.codes import read_typed

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def works_with_referrals(user: Any) -> bool:
    """Whether a role of the user's has anything to do with referrals."""
    return any(holds(user, permission) for permission in (REFER, FOLLOW, COORDINATE, RECEIVE))


def staff_only(view: View) -> View:
    """For those who work with referrals: signed in, with the second factor that their role asks for. Never kept.

    Where the key to what is said of the person is lost, they are told so, and whom to ask.
    """

    @wraps(view)
    def admitted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return unkept(_refusal(request) or view(request, *args, **kwargs))
        except Unreadable as error:
            logger.error("A referral cannot be shown: %s", error)
            return unkept(render(request, "cases/unreadable.html", status=503))
        except Referral.DoesNotExist:
            # Forgotten between the reading and the change.
            raise Http404 from None

    return admitted


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return redirect_to_login(iri_to_uri(request.get_full_path()))
    if not works_with_referrals(request.user):
        raise PermissionDenied
    return redirect("mfa_index") if lacks_second_factor(request) else None


def case_or_404(request: HttpRequest, code: str, *also: str) -> Referral:
    """The referral with this code, if the user may see it; else it does not exist. `also`: what to fetch with it."""
    seen = Referral.objects.visible_to(request.user).select_related("area", "unit", "owner", "referrer", *also)
    entries = ReferralActivity.objects.select_related("activity", "organisation")
    seen = seen.prefetch_related(Prefetch("entries", entries), "consents")
    return get_object_or_404(seen, code=read_typed(code))


def unkept(response: HttpResponse) -> HttpResponse:
    """Kept by nobody, listed nowhere."""
    add_never_cache_headers(response)
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
