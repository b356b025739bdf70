"""The form of a responsibility."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

RESPONSIBILITY = ObjectList(
    [
        FieldPanel("user"),
        MultiFieldPanel(
            [FieldPanel("area"), FieldPanel("organisation"), FieldPanel("venue")],
            heading=_("Ansvar for"),
            help_text=_("Vælg ét af de tre. Har brugeren ansvar for flere, så lav et ansvar for hvert."),
        ),
        FieldPanel("trusted"),
    ]
)
