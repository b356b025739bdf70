"""How to get hold of somebody."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from .reading_page import ReadingPage


class ContactPage(ReadingPage):
    """The portal's own number, hours and mail from the settings, and others from the page."""

    template = "pages/contact_page.html"
    parent_page_types: ClassVar = ["home.FrontPage"]
    subpage_types: ClassVar = []

    class Meta:
        verbose_name = _("kontaktside")
        verbose_name_plural = _("kontaktsider")
