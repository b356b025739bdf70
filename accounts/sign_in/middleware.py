"""Nobody works in the editors' system without the second factor that their role asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from .second_factor import lacks_second_factor

# Signing in and out, and what every page loads.
ALWAYS = (
    "sign-in",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
)


class SecondFactorMiddleware:
    """Leads whoever lacks one to where it is set up; scripts are told no."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        if not request.path.startswith(reverse("wagtailadmin_home")) or (match and match.view_name in ALWAYS):
            return None
        if not request.user.is_authenticated or not lacks_second_factor(request):
            return None
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            raise PermissionDenied
        return redirect("mfa_index")
