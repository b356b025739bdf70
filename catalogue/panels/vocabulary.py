"""The form of a term of a controlled vocabulary."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList

from ..forms.vocabulary import TermForm

TERM = ObjectList(
    [FieldPanel("name", heading=_("Ord"), classname="title"), FieldPanel("synonyms"), FieldPanel("english")],
    base_form_class=TermForm,
)
