"""The closed lists of what people suggest."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Relation(models.TextChoices):
    """What the person who suggests has to do with it."""

    RUNS_IT = "arrangoer", _("Jeg er med til at stå for det")
    TAKES_PART = "deltager", _("Jeg kommer der selv")
    KNOWS_IT = "kender", _("Jeg har hørt om det")


class SuggestionStatus(models.TextChoices):
    """How far a suggestion has come."""

    NEW = "ny", _("Modtaget")
    SEEN = "set", _("Vi ser på det")
    PUBLISHED = "bragt", _("Bragt")
    REJECTED = "afvist", _("Afvist")
    MERGED = "samlet", _("Findes i forvejen")

    @classmethod
    def open(cls) -> tuple[SuggestionStatus, ...]:
        """Those that an editor has still to answer."""
        return (cls.NEW, cls.SEEN)
