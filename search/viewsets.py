"""The search's own words in the editors' system."""

from __future__ import annotations

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.models import Concept, Synonym


class SynonymViewSet(SnippetViewSet):
    """Words for the same."""

    model = Synonym
    icon = "copy"
    menu_label = _("Synonymer")
    list_display = ("__str__",)
    search_fields = ("words",)
    list_per_page = 100
    edit_handler = ObjectList([FieldPanel("words")])


class ConceptViewSet(SnippetViewSet):
    """What people say, tied to what the catalogue says."""

    model = Concept
    icon = "openquote"
    menu_label = _("Begreber")
    list_display = ("label",)
    search_fields = ("label", "said", "words")
    list_per_page = 100
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "Portalen kender på forhånd mange hverdagsudtryk. Føj flere til, når folk søger forgæves efter "
                    "noget, der findes. Det virker, så snart du har gemt."
                )
            ),
            FieldPanel("label"),
            FieldPanel("said"),
            FieldPanel("words"),
            MultiFieldPanel(
                [
                    FieldPanel("interests", widget=CheckboxSelectMultiple),
                    FieldPanel("target_groups", widget=CheckboxSelectMultiple),
                ],
                heading=_("Det passer især på"),
            ),
        ]
    )


class SearchGroup(SnippetViewSetGroup):
    """After the catalogue in the menu."""

    menu_label = _("Søgning")
    menu_icon = "search"
    menu_order = 190
    items = (ConceptViewSet, SynonymViewSet)
