"""The catalogue's place in the editors' system."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import policy_registry
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet

from .inviting.views import InviteView
from .life import history
from .life.routes import ways_in_list
from .queries.uses import users_of
from .responsible_for import ResponsibleFor
from .viewsets import CatalogueGroup, ResponsibilityViewSet

register_snippet(CatalogueGroup)

responsibilities = ResponsibilityViewSet()

MOST_NAMES = 5


@hooks.register("register_admin_viewset")
def register_responsibilities() -> ResponsibilityViewSet:
    return responsibilities


@hooks.register("register_admin_urls")
def register_the_form_of_an_invitation() -> list[URLResolver]:
    return [path("inviter/", include(([path("", InviteView.as_view(), name="new")], "inviter")))]


@hooks.register("register_log_actions")
def tell_the_history(actions: LogActionRegistry) -> None:
    history.register(actions)


@hooks.register("register_snippet_listing_buttons")
def offer_what_takes_effect_at_once(
    entry: models.Model, user: AbstractBaseUser, next_url: str | None = None
) -> list[Button]:
    return ways_in_list(entry, user, next_url)


@hooks.register("insert_global_admin_css")
def make_them_large() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("catalogue/life.css"))


@hooks.register("register_admin_urls")
def register_in_and_out() -> list[URLResolver]:
    return [path("ind-og-ud/", include(("catalogue.sheets.urls", "ind_og_ud")))]


@hooks.register("register_admin_menu_item")
def show_in_and_out() -> MenuItem:
    return MenuItem(_("Ind og ud"), reverse("ind_og_ud:index"), name="ind-og-ud", icon_name="table", order=96)


@hooks.register("construct_homepage_panels")
def show_what_they_are_responsible_for(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(ResponsibleFor())


@hooks.register("construct_snippet_action_menu")
def publish_only_own(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Wagtail offers to publish to whoever may publish some entry; here it depends on the entry."""
    policy = policy_registry.get_by_type(context["model"])
    entry = context.get("instance")
    if entry is not None:
        allowed = policy.user_has_permission_for_instance(request.user, "publish", entry)
    else:
        allowed = policy.user_has_permission(request.user, "publish")
    if not allowed:
        items[:] = [item for item in items if item.name not in ("action-publish", "action-unpublish")]


@hooks.register("before_delete_snippet")
def keep_what_is_used(request: HttpRequest, instances: Iterable[models.Model]) -> HttpResponse | None:
    """Says what uses the entry instead of deleting it; for one entry and for many ticked in a list."""
    for instance in instances:
        users = users_of(instance)
        count = users.count()
        if count:
            messages.error(request, _in_use(instance, users, count))
            return redirect(type(instance).snippet_viewset.get_url_name("list"))
    return None


def _in_use(instance: models.Model, users: models.QuerySet, count: int) -> str:
    names = ", ".join(f"»{user}«" for user in users[:MOST_NAMES])
    kind = users.model._meta.verbose_name if count == 1 else users.model._meta.verbose_name_plural
    return ngettext(
        "%(what)s »%(name)s« kan ikke slettes, for %(count)d %(kind)s bruger det: %(names)s. Ret den først.",
        "%(what)s »%(name)s« kan ikke slettes, for %(count)d %(kind)s bruger det: %(names)s%(more)s. Ret dem først.",
        count,
    ) % {
        "what": capfirst(instance._meta.verbose_name),
        "name": instance,
        "count": count,
        "kind": kind,
        "names": names,
        "more": " …" if count > MOST_NAMES else "",
    }
