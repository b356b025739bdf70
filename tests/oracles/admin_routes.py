"""Every address of the editors' interface, with the things of a desk put into those that take some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from tests.factories.desk import Desk

Values = dict[str, Any]
# Routes that need a file being uploaded, an open session, a letter that was sent, or a form page, of which there is
# none; and those that only scripts read.
LEFT_OUT = {
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtaildocs:create_multiple_from_uploaded_document",
    "wagtaildocs:delete_upload_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages:delete_upload_multiple",
    # Another password is made on the portal's own pages.
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_api:documents:listing",
    "wagtailadmin_api:images:listing",
    "wagtailadmin_api:pages:listing",
    "wagtailforms:list_submissions",
    "wagtailforms:list_submissions_results",
    "wagtailforms:delete_submissions",
    "wagtailadmin_failwhale",
    # Files to take home.
    "ind_og_ud:template",
    "ind_og_ud:refused",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
    "wagtailimages:preview",
}
KINDS = {
    "wagtailadmin_collections": "wagtailcore.collection",
    "fejlmeldinger": "editorial.errorreport",
    "flere": "editorial.bulkchange",
    "overblik": "catalogue.activity",
    "enheder": "referral.unit",
    "forslag": "editorial.suggestion",
    "friskhed": "catalogue.organisation",
    "ind_og_ud": "catalogue.sheetimport",
    "krav": "editorial.claim",
    "links": "editorial.outgoinglink",
    "wagtaildocs": "wagtaildocs.document",
    "wagtaildocs_chooser": "wagtaildocs.document",
    "wagtailimages": "images.customimage",
    "wagtailimages_chooser": "images.customimage",
    "wagtaillocales": "wagtailcore.locale",
    "wagtailredirects": "wagtailredirects.redirect",
    "wagtailsites": "wagtailcore.site",
    "wagtailusers_groups": "auth.group",
    "wagtailusers_users": "accounts.user",
    "invitationer": "accounts.invitation",
    "totrin": "accounts.user",
    "documents": "wagtaildocs.document",
    "images": "images.customimage",
}
NAMED = re.compile(r"<(?:[^:>]+:)?(\w+)>")
BULK = {
    "home.basepage": ("delete", "move", "publish", "unpublish"),
    "images.customimage": ("delete", "add_tags", "add_to_collection"),
    "wagtaildocs.document": ("delete", "add_tags", "add_to_collection"),
    "accounts.user": ("delete", "assign_role", "set_active_state"),
    "catalogue.activity": ("delete", "bekraeft", "status", "omraader", "interesser", "arrangoer"),
}


@dataclass(frozen=True)
class Route:
    """A route of the URLconf: its name with its namespaces, and what it takes."""

    name: str
    parameters: tuple[str, ...]


def routes() -> Iterator[Route]:
    """The routes under /admin/ that have a name."""
    for name, path in _walk(get_resolver(), "/", ""):
        if path.startswith("/admin/") and not name.endswith("None") and name not in LEFT_OUT:
            yield Route(name, tuple(NAMED.findall(path)))


def _walk(resolver: URLResolver, path: str, namespace: str) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, here, namespace + (f"{pattern.namespace}:" if pattern.namespace else ""))
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", here


def addresses(desk: Desk) -> dict[str, str]:
    """Each address to be opened, with the route it belongs to; fails for a route that nothing on the desk fits."""
    found = {}
    for route in routes():
        for values in _values(route, desk) if route.parameters else [{}]:
            try:
                found[reverse(route.name, kwargs=values)] = route.name
            except NoReverseMatch as error:
                raise LookupError(f"{route.name} takes {route.parameters}: say what to open it with") from error
    return found | dict.fromkeys(_with_a_question(desk), "question")


def _with_a_question(desk: Desk) -> Iterator[str]:
    """Lists that are searched in vain, sorted and filtered, and what is done to many at once."""
    for kind, actions in BULK.items():
        thing = desk.page if kind == "home.basepage" else desk.things[kind]
        for action in actions:
            app, model = kind.split(".")
            yield reverse("wagtail_bulk_action", args=[app, model, action]) + f"?id={thing.pk}&next=/admin/"
    lists = ["wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index", "wagtailusers_users:index"]
    lists += ["wagtailsnippets_catalogue_activity:list", "wagtailredirects:index", "wagtailusers_groups:index"]
    lists += ["wagtailadmin_choose_page_search", "wagtailimages_chooser:choose", "wagtaildocs_chooser:choose"]
    for name in lists:
        yield reverse(name) + "?q=findes-ikke"
        yield reverse(name) + "?q=e"
    yield reverse("wagtailadmin_explore", args=[desk.front.pk]) + "?ordering=ord"


def _values(route: Route, desk: Desk) -> list[Values]:
    several = {
        "wagtail_bulk_action": [],
        "wagtailadmin_pages:add": _page_types("content_type_app_name", "content_type_model_name", desk),
        "wagtailadmin_pages:preview_on_add": _page_types("content_type_app_name", "content_type_model_name", desk),
        "wagtailadmin_pages:type_use": _page_types("content_type_app_name", "content_type_model_name"),
        "wagtailadmin_pages:type_use_results": _page_types("content_type_app_name", "content_type_model_name"),
        "wagtailadmin_pages:choose_parent": _page_types("app_label", "model_name"),
        "wagtailadmin_workflows:add_task": [{"app_label": "wagtailcore", "model_name": "groupapprovaltask"}],
        "wagtailadmin_tag_model_autocomplete": [{"app_name": "taggit", "model_name": "tag"}],
        "simple_translation:submit_snippet_translation": [],
        "wagtailsettings:edit": [{"app_name": "home", "model_name": "sitesettings"} | _site(route, desk)],
        "wagtailsettings:preview_on_edit": [],
        "wagtailadmin_api:pages:action": [],
    }
    if route.name in several:
        return several[route.name]
    thing = _thing(route.name, desk)
    actions = ("approve", "reject") if "action_name" in route.parameters else ("",)
    return [{name: _value(name, thing, desk, action) for name in route.parameters} for action in actions]


def _site(route: Route, desk: Desk) -> Values:
    return {"pk": desk.things["wagtailcore.site"].pk} if "pk" in route.parameters else {}


def _page_types(app: str, model: str, desk: Desk | None = None) -> list[Values]:
    kinds = [kind for kind in apps.get_models() if issubclass(kind, Page) and kind.is_creatable]
    above = {"parent_page_id": desk.front.pk} if desk else {}
    below_front = [kind for kind in kinds if not desk or type(desk.front) in kind.allowed_parent_page_models()]
    return [{app: kind._meta.app_label, model: kind._meta.model_name, **above} for kind in below_front]


def _thing(name: str, desk: Desk) -> models.Model:
    namespace = name.split(":")[-2] if ":" in name else ""
    for model in get_snippet_models():
        if namespace.endswith(f"_{model._meta.app_label}_{model._meta.model_name}"):
            return desk.things[model._meta.label_lower]
    if namespace == "wagtailadmin_workflows":
        return desk.task if "task" in name else desk.workflow
    return desk.things[KINDS[namespace]] if namespace in KINDS else desk.page


def _value(name: str, thing: Any, desk: Desk, action: str) -> Any:
    fixed = {
        "action_name": action,
        "parent_page_id": desk.front.pk,
        "destination_id": desk.front.pk,
        "page_pk": desk.page.pk,
        "workflow_pk": desk.workflow.pk,
        "task_id": desk.task.pk,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "filter_spec": "fill-100x100",
        "start": "2026-09-07T1000",
    }
    if name in fixed:
        return fixed[name]
    if name == "revision_id":
        return thing.latest_revision.pk
    if name == "uuid":
        return thing.uuid
    if name == "task_state_id":
        return thing.current_workflow_task_state.pk
    if name == "workflow_state_id":
        return thing.current_workflow_state.pk
    return thing.pk
