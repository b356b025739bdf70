"""Inline lists whose rows must differ from one another."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet


class DistinctRows(BaseChildFormSet):
    """Refuses a second row with the same `key`, on the row itself; empty values count, unlike in Django's own check."""

    key: ClassVar[tuple[str, ...]]
    message: ClassVar[Any]

    def validate_unique(self) -> None:
        seen: set[tuple[Any, ...]] = set()
        for form in self.forms:
            if form in self.deleted_forms or not form.is_valid():
                continue
            key = tuple(form.cleaned_data.get(field) for field in self.key)
            if key[0] and key in seen:
                form.add_error(self.key[0], self.message)
            seen.add(key)


class DistinctAnswers(DistinctRows):
    """One answer for each feature."""

    key = ("feature",)
    message = _("Det er der allerede svaret på. Ret den anden linje i stedet.")


class DistinctDates(DistinctRows):
    """One line for each date and time, also where the time is left open."""

    key = ("original_date", "original_time")
    message = _("Datoen står her allerede. Ret den anden linje i stedet.")


class DistinctLanguages(DistinctRows):
    """One text in each language."""

    key = ("language",)
    message = _("Der er allerede en tekst på det sprog. Ret den anden linje i stedet.")


class DistinctPostcodes(DistinctRows):
    """Each postcode once."""

    key = ("code",)
    message = _("Postnummeret står her allerede.")
