"""The form of an organisation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
)

from ..forms.entry import EntryForm
from .parts import slug, title

ORGANISATION = ObjectList(
    [
        title("name", _("Hvad hedder arrangøren? *")),
        MultiFieldPanel(
            [FieldPanel("kind", required_on_save=True), FieldPanel("summary")],
            heading=_("Hvem er det?"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]), FieldPanel("website")],
            heading=_("Kontakt"),
            help_text=_("Vises ved de aktiviteter, der ikke har deres egen kontakt."),
        ),
        MultiFieldPanel([slug()], heading=_("Adresse på nettet")),
        PublishingPanel(),
    ],
    base_form_class=EntryForm,
)
