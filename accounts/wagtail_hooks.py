"""Menus show only where somebody may go."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .gate import leads_to
from .permissions import EVERYWHERE


def only_what_is_open(request: HttpRequest, items: list[MenuItem]) -> None:
    """Takes away the items whose address is shut to this user."""
    items[:] = [item for item in items if not getattr(item, "url", None) or leads_to(request, str(item.url))]


for menu in ("main", "reports", "settings", "help"):
    hooks.register(f"construct_{menu}_menu", only_what_is_open)


@hooks.register("register_permissions")
def show_in_the_form_of_a_group() -> QuerySet:
    app_label, codename = EVERYWHERE.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)
