"""The form in which an editor handles a report."""

from __future__ import annotations

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList

REPORT = ObjectList(
    [
        HelpPanel(template="editorial/admin/report_links.html"),
        MultiFieldPanel(
            [
                FieldPanel("kind", read_only=True),
                FieldPanel("words", read_only=True),
                FieldPanel(
                    "contact",
                    read_only=True,
                    help_text=_("Slettes for altid, når du gemmer som rettet eller ikke en fejl."),
                ),
                FieldPanel("created_at", read_only=True),
            ],
            heading=_("Det skrev læseren"),
        ),
        MultiFieldPanel(
            [FieldPanel("status", widget=RadioSelect), FieldPanel("note")],
            heading=_("Hvad kom der ud af det?"),
        ),
    ]
)
