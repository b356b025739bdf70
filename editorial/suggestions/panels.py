"""What an editor sees of a suggestion."""

from __future__ import annotations

from typing import Any

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList

from ..models import Suggestion
from .admin_forms import SuggestionAdminForm
from .queries import alike


class AlikePanel(HelpPanel):
    """What the suggestion may be the same as; with the ways to its draft."""

    class BoundPanel(HelpPanel.BoundPanel):
        instance: Suggestion

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "alike": alike(self.instance)}


SUGGESTION = ObjectList(
    [
        AlikePanel(template="editorial/admin/suggestion_links.html"),
        HelpPanel(template="editorial/admin/suggestion_typed.html", heading=_("Det skrev de")),
        MultiFieldPanel(
            [FieldPanel("organisation"), HelpPanel(template="editorial/admin/suggestion_draft.html")],
            heading=_("Lav en kladde"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status", widget=RadioSelect),
                FieldPanel("same_as"),
                FieldPanel("reason"),
                FieldPanel("note"),
            ],
            heading=_("Hvad kom der ud af det?"),
        ),
    ],
    base_form_class=SuggestionAdminForm,
)
