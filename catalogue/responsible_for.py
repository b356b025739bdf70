"""What somebody is responsible for, on the first page of the editors' system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.admin.ui.components import Component

from accounts.permissions import works_everywhere

from .models import Responsibility


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that somebody is responsible for, with the way to it and to its activities."""

    name: str
    address: str
    activities: str
    trusted: bool


class ResponsibleFor(Component):
    """The areas, organisations and venues of somebody who does not work everywhere; or that there are none yet."""

    order = 50
    template_name = "catalogue/admin/responsible_for.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        user = parent_context["request"].user
        if works_everywhere(user):
            return {"shown": False}
        theirs = Responsibility.objects.filter(user=user).select_related("area", "organisation", "venue")
        return {"shown": True, "duties": [_duty(one) for one in theirs]}


def _duty(responsibility: Responsibility) -> Duty:
    target = responsibility.target
    activities = reverse("wagtailsnippets_catalogue_activity:list")
    kind = target._meta.model_name
    narrowed = {"q": target.name} if kind == "venue" else {kind: target.pk}
    return Duty(
        name=str(target),
        # Nobody but those who work everywhere changes an area.
        address="" if kind == "area" else reverse(f"wagtailsnippets_catalogue_{kind}:edit", args=[target.pk]),
        activities=f"{activities}?{urlencode(narrowed)}",
        trusted=kind != "organisation" or responsibility.trusted,
    )
