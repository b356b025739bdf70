"""The form of a venue."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    PublishingPanel,
)

from ..forms.venue import VenueForm
from .advice import AdvicePanel, AdvisedForm
from .parts import accessibility, slug, title

VENUE = AdvisedForm(
    [
        title("name", _("Hvad hedder stedet? *")),
        MultiFieldPanel(
            [FieldPanel("kind", required_on_save=True), FieldPanel("is_centre"), FieldPanel("image")],
            heading=_("Hvad er det for et sted?"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("postcode", required_on_save=True), FieldPanel("area")]),
                FieldPanel("transport"),
                FieldRowPanel([FieldPanel("stop_name"), FieldPanel("stop_metres")]),
                AdvicePanel("position", heading=_("Nålen på kortet")),
                FieldRowPanel(
                    [FieldPanel("latitude"), FieldPanel("longitude")],
                    help_text=_("I grader, for eksempel 55,4068 og 11,3472. Uden dem kan ingen søge efter afstand."),
                ),
            ],
            heading=_("Hvor ligger det?"),
        ),
        accessibility(_("Hvad gælder for stedet selv? Det, I ikke ved, skal ikke have en linje.")),
        MultiFieldPanel([slug()], heading=_("Adresse på nettet")),
        PublishingPanel(),
    ],
    base_form_class=VenueForm,
)
