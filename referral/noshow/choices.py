"""What came of ringing somebody who did not come."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """As an address and a button have it."""

    COMES = "kommer", _("Kommer næste gang")
    OTHER = "noget-andet", _("Vil hellere noget andet")
    NO_ANSWER = "intet-svar", _("Intet svar")
    NOT_WANTED = "vil-ikke", _("Vil ikke mere")
