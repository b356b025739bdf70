"""The form of a calendar of school holidays."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from ..forms.holidays import HolidayCalendarForm

HOLIDAYS = ObjectList(
    [
        FieldPanel("name", classname="title"),
        FieldPanel("area"),
        InlinePanel(
            "spans",
            label=_("ferie"),
            heading=_("Ferier"),
            help_text=_(
                "Første og sidste dag uden skole. En enkelt fridag har den samme dag to gange. "
                "Helligdagene kommer af sig selv."
            ),
            panels=[FieldRowPanel([FieldPanel("name"), FieldPanel("first_day"), FieldPanel("last_day")])],
        ),
    ],
    base_form_class=HolidayCalendarForm,
)
