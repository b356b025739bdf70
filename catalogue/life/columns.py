"""Places left in the list of activities, with one press for one more or one fewer."""

from __future__ import annotations

from typing import Any

from django.middleware.csrf import get_token
from wagtail.admin.ui.tables import BaseColumn
from wagtail.permissions import policy_registry

from ..choices import Status
from ..models import Activity


class PlacesColumn(BaseColumn):
    """The number between a minus and a plus; the bare number for what cannot be changed from here."""

    cell_template_name = "catalogue/admin/places_cell.html"

    def get_cell_context_data(self, instance: Activity, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        known = instance.places_left is not None
        can = policy_registry.get_by_type(Activity).user_has_permission(request.user, "change")
        steps = known and can and instance.live and instance.status != Status.ENDED
        return {
            **context,
            "left": instance.places_left if known else "",
            "title": str(instance),
            "address": _places(instance) if steps else "",
            "none": instance.places_left == 0,
            "full": instance.places_left == instance.capacity,
            "next": request.get_full_path().replace("/results/", "/"),
            "csrf_token": get_token(request) if steps else "",
        }


def _places(instance: Activity) -> str:
    from .routes import address_of

    return address_of(instance, "places")
