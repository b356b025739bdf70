"""Text that stands unreadable in the database."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from .secrecy import decrypted, encrypted


class EncryptedTextField(models.TextField):
    """Text that only the portal can read. It cannot be searched for, ordered by or joined: only `isnull` asks of it."""

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return prepared if prepared is None else encrypted(prepared)

    def from_db_value(self, value: str | None, *args: Any) -> str | None:
        return value if value is None else decrypted(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted, and cannot be looked up by {lookup_name}.")
        return super().get_lookup(lookup_name)
