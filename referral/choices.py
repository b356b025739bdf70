"""The finder's closed lists: what a person misses, what stands in the way, when they can; values stand in addresses."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Miss(models.TextChoices):
    """What the person misses."""

    TALK = "samtale", _("En at tale med")
    GROUP = "gruppe", _("Et fællesskab")
    VISIT = "besoeg", _("Et besøg")
    GETTING_OUT = "komme_ud", _("At komme ud")
    HELP = "hjaelp", _("Hjælp til noget")
    EXERCISE = "bevaegelse", _("At bevæge sig")
    MEANING = "mening", _("At gøre nytte")


class Barrier(models.TextChoices):
    """What stands in the way."""

    WALKS_SHORT = "kan_ikke_gaa_langt", _("Kan ikke gå langt")
    WHEELCHAIR = "koerestol", _("Bruger kørestol")
    HEARS_BADLY = "hoerer_daarligt", _("Hører dårligt")
    SEES_BADLY = "ser_daarligt", _("Ser dårligt")
    NO_IT = "ingen_it", _("Bruger ikke computer")
    NO_TRANSPORT = "ingen_transport", _("Kan ikke selv komme frem")
    NOT_ALONE = "tor_ikke_komme_alene", _("Tør ikke komme alene")
    NEEDS_QUIET = "behov_for_ro", _("Har brug for ro")
    LITTLE_DANISH = "lidt_dansk", _("Taler ikke så meget dansk")
    LOW_INCOME = "lav_oekonomi", _("Har ikke mange penge")
    HOUSEBOUND = "forlader_ikke_hjemmet", _("Kommer ikke ud af hjemmet")
    HAS_COMPANION = "har_ledsager", _("Har en ledsager med")


class When(models.TextChoices):
    """When the person can."""

    MORNING = "formiddag", _("Om formiddagen")
    AFTERNOON = "eftermiddag", _("Om eftermiddagen")
    EVENING = "aften", _("Om aftenen")
    WEEKEND = "weekend", _("I weekenden")
