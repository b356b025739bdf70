"""Rows that are written once."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class AppendOnly(RuntimeError):
    """Somebody has tried to change a line of the log."""


class AppendOnlyQuerySet(models.QuerySet):
    """Adds and reads. Deleting comes with the referral that the rows are about, when it is forgotten."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly(self.model._meta.label)

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly(self.model._meta.label)


class WrittenOnce(models.Model):
    """A line of a log: `save` refuses to write it again."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(self._meta.label)
        super().save(*args, **kwargs)
