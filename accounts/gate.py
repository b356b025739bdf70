"""Which parts of the editors' system are open to people who do not work with the whole portal.

Wagtail asks for permissions model by model, and shows reports, pages and choosers to anybody who may sign in. Here it
is the other way round: whoever lacks `EVERYWHERE` gets only to the routes that an app has opened. A new route stays
shut until somebody thinks about it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from wagtail.admin.auth import permission_denied

from .permissions import works_everywhere

Question = Callable[[HttpRequest, ResolverMatch], bool]
_open: dict[str, Question] = {}

# One's own front page, account and password, and what every page of the system loads.
FOR_EVERYBODY = (
    "wagtailadmin_home",
    "sign-in",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_account",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
    "wagtailadmin_dismissibles",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_tag_model_autocomplete",
    # Asks the entry's own policy.
    "wagtailadmin_editing_sessions",
)
IMAGES = ("wagtailimages", "wagtailimages_chooser")


class AlreadyOpen(ValueError):
    """Two apps have opened the same part."""


def always(request: HttpRequest, match: ResolverMatch) -> bool:
    """The question of a part that is open to all who may sign in."""
    return True


def holders_of(*permissions: str) -> Question:
    """The question of a part that is open to those who have one of the permissions."""
    return lambda request, match: any(request.user.has_perm(permission) for permission in permissions)


def admit(*parts: str, when: Question) -> None:
    """Opens parts of the editors' system, each the name of a route or of a namespace, to those for whom `when` holds.

    The name of a route wins over that of its namespace. Raises `AlreadyOpen`.
    """
    for part in parts:
        if part in _open:
            raise AlreadyOpen(part)
        _open[part] = when


def may_pass(request: HttpRequest, match: ResolverMatch) -> bool:
    """Whether this user may go where the address leads. Who has not signed in is Wagtail's to turn away."""
    user: Any = request.user
    if not user.has_perm("wagtailadmin.access_admin") or works_everywhere(user):
        return True
    question = _open.get(match.view_name) or _open.get(match.namespace)
    return bool(question and question(request, match))


def leads_to(request: HttpRequest, address: str) -> bool:
    """Whether this user may go to an address; for menus. What is no address of the editors' system is left alone."""
    path = address.partition("?")[0].partition("#")[0]
    if not path.startswith(reverse("wagtailadmin_home")):
        return True
    try:
        return may_pass(request, resolve(path))
    except Resolver404:
        return True


def has_images(request: HttpRequest, match: ResolverMatch) -> bool:
    """The question of the images: open to whoever may add one somewhere."""
    from wagtail.images import get_image_model
    from wagtail.permissions import policy_registry

    return policy_registry.get_by_type(get_image_model()).user_has_any_permission(request.user, ["add", "change"])


def open_to_everybody() -> None:
    """Opens what nobody can work without."""
    admit(*FOR_EVERYBODY, when=always)
    # It shows what one may change, and nothing else.
    admit("historik", when=always)
    admit(*IMAGES, when=has_images)


class GateMiddleware:
    """Turns those away who have no business where they are going."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or not request.path.startswith(reverse("wagtailadmin_home")) or may_pass(request, match):
            return None
        return permission_denied(request)
