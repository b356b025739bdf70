"""The catalogue's place in the editors' system."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from .queries.uses import users_of
from .viewsets import CatalogueGroup

register_snippet(CatalogueGroup)

MOST_NAMES = 5


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
