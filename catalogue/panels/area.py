"""The form of an area."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)

from ..forms.area import AreaForm
from ..forms.rows import DistinctPostcodes
from .parts import CheckedInlinePanel, slug, title

AREA = ObjectList(
    [
        title("name", _("Hvad hedder området? *")),
        FieldPanel("parent"),
        CheckedInlinePanel(
            "postcodes",
            formset=DistinctPostcodes,
            label=_("postnummer"),
            heading=_("Postnumre"),
            help_text=_("To områder kan godt have samme postnummer."),
            panels=[FieldPanel("code", required_on_save=True)],
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])],
            heading=_("Områdets midte"),
        ),
        MultiFieldPanel([slug()], heading=_("Adresse på nettet")),
    ],
    base_form_class=AreaForm,
)
