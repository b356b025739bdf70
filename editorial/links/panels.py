"""What an editor sees of a link."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList

from ..models import LinkUse, OutgoingLink
from .admin_forms import LinkAdminForm


class UsesPanel(HelpPanel):
    """Where the link stands."""

    class BoundPanel(HelpPanel.BoundPanel):
        instance: OutgoingLink

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            uses = self.instance.uses.select_related("content_type").prefetch_related("target")
            return {**super().get_context_data(parent_context), "uses": [told(use) for use in uses if use.target]}


def told(use: LinkUse) -> dict[str, Any]:
    """A use, with the name of its field as the form has it."""
    field = use.target._meta.get_field(use.field)
    return {"target": use.target, "kind": use.target._meta.verbose_name, "field": field.verbose_name}


LINK = ObjectList(
    [
        UsesPanel(template="editorial/admin/link_uses.html"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "moved_to",
                    heading=_("Ny adresse"),
                    help_text=_("Bliver skrevet ind alle de steder i kataloget, som du må offentliggøre."),
                )
            ],
            heading=_("Ret linket"),
        ),
        HelpPanel(template="editorial/admin/link_accept.html", heading=_("Virker det alligevel?")),
    ],
    base_form_class=LinkAdminForm,
)
