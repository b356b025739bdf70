"""The closed lists of claims."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClaimStatus(models.TextChoices):
    """What an editor has said to a claim."""

    NEW = "ny", _("Ny")
    APPROVED = "godkendt", _("Godkendt")
    REJECTED = "afvist", _("Afvist")
