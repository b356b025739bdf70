"""Activities on a page, by a saved search."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..saved_search import found, soon
from .saved_search import SavedSearchBlock


class ShownAs(models.TextChoices):
    """How the activities stand on the page."""

    CARDS = "cards", _("Aktiviteter med det vigtigste om hver")
    DATES = "dates", _("De næste datoer")


class ActivitiesBlock(blocks.StructBlock):
    """What the search finds when the page is shown, and a way to all of it."""

    heading = blocks.CharBlock(
        label=_("Overskrift"), required=False, max_length=80, help_text=_("Tom: »Det sker snart«.")
    )
    search = SavedSearchBlock(label=_("Gemt søgning"))
    shown_as = blocks.ChoiceBlock(label=_("Vis som"), choices=ShownAs.choices, default=ShownAs.CARDS)
    number = blocks.IntegerBlock(label=_("Hvor mange?"), min_value=1, max_value=10, default=4)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        find = soon if value["shown_as"] == ShownAs.DATES else found
        return {
            **super().get_context(value, parent_context),
            "found": find(value["search"], timezone.now(), value["number"]),
        }

    class Meta:
        label = _("Aktiviteter fra en søgning")
        icon = "list-ul"
        template = "blocks/activities.html"
