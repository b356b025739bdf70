"""The closed lists of the portal's pages."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Whom a talk is for."""

    EVERYBODY = "alle", _("Alle")
    RELATIVES = "paaroerende", _("Pårørende")
    ASSOCIATIONS = "foreninger", _("Foreninger og frivillige")
    PROFESSIONALS = "fagfolk", _("Fagfolk")


class PartnerKind(models.TextChoices):
    """What sort of partner somebody is."""

    ASSOCIATION = "forening", _("Foreninger")
    HOUSING = "bolig", _("Boligselskaber")
    EDUCATION = "uddannelse", _("Skoler og uddannelser")
    BUSINESS = "erhverv", _("Virksomheder")
    REGION = "region", _("Regioner")
    KOMMUNE = "kommune", _("Kommuner")
