"""Mail addresses, which are the same in capitals."""

from __future__ import annotations

from typing import Any

from django.db import models


class LowercaseEmailField(models.EmailField):
    """Kept and looked for in small letters, so that nobody is kept out by how an address was once written."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = str(super().pre_save(model_instance, add)).lower()
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return prepared.lower() if isinstance(prepared, str) else prepared
