"""What the code itself refuses, on every database."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError
from django.db.models import Model
from django.db.models.signals import pre_delete, pre_save

from .protection import LOGS, MESSAGE


class AppendOnly(IntegrityError):
    """Somebody tried to change or delete what the history holds."""


def refuse_to_delete(instance: Model, **kwargs: Any) -> None:
    raise AppendOnly(MESSAGE)


def refuse_to_change(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if not instance._state.adding and not raw:
        raise AppendOnly(MESSAGE)


def connect() -> None:
    """Guards each of the logs."""
    for log in LOGS:
        pre_delete.connect(refuse_to_delete, sender=log)
        pre_save.connect(refuse_to_change, sender=log)
