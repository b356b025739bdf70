"""The closed lists of the search itself; values are those of the address."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Weekday(models.TextChoices):
    """Days, Monday first; `list(Weekday)[date.weekday()]` is a date's day."""

    MONDAY = "man", _("Mandag")
    TUESDAY = "tir", _("Tirsdag")
    WEDNESDAY = "ons", _("Onsdag")
    THURSDAY = "tor", _("Torsdag")
    FRIDAY = "fre", _("Fredag")
    SATURDAY = "loer", _("Lørdag")
    SUNDAY = "soen", _("Søndag")


class TimeOfDay(models.TextChoices):
    """When on the day something begins."""

    MORNING = "formiddag", _("Formiddag (før kl. 12)")
    AFTERNOON = "eftermiddag", _("Eftermiddag (kl. 12-17)")
    EVENING = "aften", _("Aften (efter kl. 17)")


class PriceBand(models.TextChoices):
    """What it costs, in kroner."""

    FREE = "gratis", _("Gratis")
    UP_TO_50 = "op-til-50", _("Højst 50 kr.")
    ABOVE_50 = "over-50", _("Over 50 kr.")
    UNKNOWN = "ukendt", _("Spørg om prisen")


class Sort(models.TextChoices):
    """The order of the results."""

    RELEVANCE = "relevans", _("Bedste forslag først")
    DISTANCE = "afstand", _("Nærmest først")
    NEXT_DATE = "naeste", _("Først i kalenderen")
