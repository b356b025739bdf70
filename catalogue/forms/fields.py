"""Form fields that choose among what the catalogue already holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from tree_queries.forms import TreeNodeChoiceField, TreeNodeMultipleChoiceField

from ..models import Area
from ..models.vocabularies import VocabularyTerm
from ..queries.offered import indented
from .widgets import LongCheckboxes


class VocabularyField(forms.ModelMultipleChoiceField):
    """Some terms of a controlled vocabulary; what is not in it is refused, never added."""

    widget = LongCheckboxes
    default_error_messages = {
        "invalid_choice": _("»%(value)s« findes ikke på listen. Vælg et af ordene, eller bed om at få det tilføjet."),
        "invalid_pk_value": _("»%(pk)s« findes ikke på listen. Vælg et af ordene, eller bed om at få det tilføjet."),
    }

    def __init__(self, model: type[VocabularyTerm], **kwargs: Any) -> None:
        super().__init__(queryset=model.objects.order_by(Lower("name")), required=False, **kwargs)


class AreasField(TreeNodeMultipleChoiceField):
    """Some areas, shown as the tree they are."""

    widget = LongCheckboxes
    default_error_messages = {
        "required": _("Vælg mindst ét område, så folk i området kan finde det."),
        "invalid_choice": _("Området findes ikke længere. Vælg et andet."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Area.objects.all(), label_from_instance=indented, **kwargs)


class AreaField(TreeNodeChoiceField):
    """One area, shown in the tree."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Area.objects.all(), label_from_instance=indented, **kwargs)
