"""Fields of the portal's pages."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from .saved_search import MAX_LENGTH, check_address, normal_address

SEARCH_HELP = _("Søg under »Find noget«, og kopiér adressen øverst i browseren hertil. Siden viser altid det nyeste.")


class SavedSearchField(models.CharField):
    """The query string of a search; any address that holds it may be typed."""

    default_validators = [check_address]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": MAX_LENGTH, "help_text": SEARCH_HELP, **kwargs})

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        value = super().clean(value, model_instance)
        return normal_address(value) if value else value
