"""The closed lists of the editors' work."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportKind(models.TextChoices):
    """What is wrong, in the reader's words."""

    TIME = "tid", _("Dagen eller tiden passer ikke")
    PLACE = "sted", _("Stedet eller vejen derhen passer ikke")
    CONTACT = "kontakt", _("Telefonen eller mailen virker ikke")
    ENDED = "stoppet", _("Det findes ikke mere")
    ACCESS = "adgang", _("Det er svært at komme ind eller være med")
    OTHER = "andet", _("Noget andet")


class ReportStatus(models.TextChoices):
    """How far an editor has come with a report."""

    NEW = "ny", _("Ny")
    HANDLED = "rettet", _("Rettet")
    DISMISSED = "afvist", _("Ikke en fejl")


class FreshnessAnswer(models.TextChoices):
    """What an organisation answers when it is asked whether an entry is still right."""

    RIGHT = "rigtigt", _("Stadig rigtigt")
    CORRECTED = "rettet", _("Rettet")
    PAUSED = "pause", _("På pause")
    ENDED = "ophoert", _("Ophørt")


class LetterKind(models.TextChoices):
    """Why an organisation is written to."""

    FIRST = "brev", _("Brev")
    REMINDER = "rykker", _("Påmindelse")
    AGAIN = "igen", _("Nye links")


class LetterStatus(models.TextChoices):
    """How far a letter has come."""

    PENDING = "venter", _("Venter")
    SENT = "sendt", _("Sendt")
    DROPPED = "droppet", _("Ikke nødvendigt længere")
