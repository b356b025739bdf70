"""Model fields that hold a small set of values in one column, searchable on every database.

The column reads ",a,b," so that one value can be found by `LIKE '%,a,%'` on SQLite and PostgreSQL alike.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import Contains
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class DelimitedField(models.TextField):
    """A tuple of values without commas, stored between commas; subclasses parse, print and order one value."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)

    def parse_item(self, text: str) -> Any:
        return text

    def print_item(self, item: Any) -> str:
        return str(item)

    def sort_key(self, item: Any) -> Any:
        return item

    def _split(self, text: str) -> Iterable[str]:
        return (part.strip() for part in text.split(",") if part.strip())

    def to_python(self, value: Any) -> tuple[Any, ...]:
        if value is None or value == "":
            return ()
        parts = self._split(value) if isinstance(value, str) else value
        items = {self.parse_item(part) if isinstance(part, str) else part for part in parts}
        return tuple(sorted(items, key=self.sort_key))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> tuple[Any, ...]:
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> str:
        items = self.to_python(value)
        return f",{','.join(self.print_item(item) for item in items)}," if items else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))


class ChoiceSetField(DelimitedField):
    """Some of the values of a closed list (`options`, a `TextChoices` class), in the list's own order."""

    def __init__(self, *args: Any, options: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.options = options
        super().__init__(*args, **kwargs)

    def sort_key(self, item: str) -> Any:
        values = self.options.values if self.options else []
        return (values.index(item), item) if item in values else (len(values), item)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        unknown = [item for item in value if self.options and item not in self.options.values]
        if unknown:
            raise ValidationError(_("Ukendt valg: %(values)s."), params={"values": ", ".join(unknown)})

    def labels(self, value: Iterable[str]) -> list[str]:
        """The words shown for the stored values."""
        return [str(self.options(item).label) if self.options else item for item in value]

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.options.choices if self.options else [],
            widget=kwargs.get("widget", forms.CheckboxSelectMultiple),
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
        )


class DateSetField(DelimitedField):
    """A set of dates, oldest first; stored in ISO form, typed as 24.12.2026 or 2026-12-24."""

    def parse_item(self, text: str) -> datetime.date:
        danish = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
        try:
            if danish:
                day, month, year = (int(part) for part in danish.groups())
                return datetime.date(year, month, day)
            return datetime.date.fromisoformat(text)
        except ValueError as error:
            raise ValidationError(
                _("»%(text)s« er ikke en dato. Skriv den som 24.12.2026."),
                params={"text": text},
            ) from error

    def print_item(self, item: datetime.date) -> str:
        return item.isoformat()

    def _split(self, text: str) -> Iterable[str]:
        return (part for part in re.split(r"[,;\s]+", text) if part)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return DateSetFormField(
            model_field=self,
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
        )


class DateSetFormField(forms.CharField):
    """Dates typed in one box, parted by commas, spaces or new lines."""

    widget = forms.Textarea(attrs={"rows": 2})

    def __init__(self, *, model_field: DateSetField, **kwargs: Any) -> None:
        self.model_field = model_field
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return ", ".join(f"{date.day}.{date.month}.{date.year}" for date in value)

    def to_python(self, value: Any) -> tuple[datetime.date, ...]:  # type: ignore[override]
        return self.model_field.to_python(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.model_field.to_python(initial) != self.model_field.to_python(data)
        except ValidationError:
            return True


class Has(Contains):
    """`field__has="value"`: the set holds the value."""

    lookup_name = "has"

    def get_prep_lookup(self) -> str:
        return f",{self.rhs},"

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        return connection.operators["contains"] % rhs


DelimitedField.register_lookup(Has)
