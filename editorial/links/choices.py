"""The closed lists of the link checker."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkResult(models.TextChoices):
    """What came of asking for an address the last time."""

    NOT_ASKED = "ikke", _("Ikke undersøgt endnu")
    WORKS = "virker", _("Virker")
    UNSURE = "uvis", _("Vil ikke svare os")
    MISSING = "mangler", _("Siden findes ikke")
    FAULT = "fejl", _("Siden svarer med en fejl")
    SILENT = "tavs", _("Siden svarer ikke")
    NO_HOST = "ukendt", _("Adressen findes ikke")
    INSECURE = "usikker", _("Siden har ikke et gyldigt certifikat")
    LOOP = "ring", _("Siden sender rundt i ring")
    NOT_PUBLIC = "intern", _("Adressen er ikke på det åbne net")

    @classmethod
    def failures(cls) -> tuple[LinkResult, ...]:
        """Those that a visitor meets as a page that does not open."""
        return (cls.MISSING, cls.FAULT, cls.SILENT, cls.NO_HOST, cls.INSECURE, cls.LOOP, cls.NOT_PUBLIC)
