"""Where something said of a person stands: every encrypted field of whatever hangs from a referral."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast

from ..actions.rotate_keys import encrypted_fields
from ..models import Referral

# What a model calls the time its words were written.
WRITTEN = ("at", "created_at")


@dataclass(frozen=True, slots=True)
class Said:
    """The encrypted fields of a model, the lookup from it to the referral, and its field of when they were written.

    `written` is empty where the model has none of `WRITTEN`.
    """

    model: type[models.Model]
    way: str
    fields: tuple[str, ...]
    written: str

    def rows(self) -> models.QuerySet:
        """Its rows, also those of a log that refuses to be changed."""
        return models.QuerySet(self.model)

    def until(self, moment: datetime | None) -> models.Q:
        """Narrows to what was written by then (aware), as far as the model knows; None is everything."""
        if moment is None or not self.written:
            return models.Q()
        return models.Q(**{f"{self.written}__lte": moment})

    def rows_with_words(self) -> models.QuerySet:
        """Those in which something stands. An encrypted field cannot be asked itself: only nothing stays empty."""
        raw = {f"raw_{name}": Cast(name, models.TextField()) for name in self.fields}
        words = models.Q(*(~models.Q(**{f"raw_{name}": ""}) for name in self.fields), _connector=models.Q.OR)
        return self.rows().annotate(**raw).filter(words)


def everything_said() -> list[Said]:
    """All of them, but for the referral's own and what a model names in `stays_with_referral`: answers on a closed list
    that say nothing of who somebody is live as long as the referral.

    Raises LookupError for an encrypted field that no referral can be found from: nobody would forget it.
    """
    found = []
    for model in apps.get_models():
        stays = getattr(model, "stays_with_referral", ())
        fields = tuple(field.name for field in encrypted_fields(model) if field.name not in stays)
        if fields and model is not Referral:
            found.append(Said(model, way_to_referral(model), fields, _written(model)))
    return found


def _written(model: type[models.Model]) -> str:
    names = {field.name for field in model._meta.concrete_fields}
    return next((name for name in WRITTEN if name in names), "")


def way_to_referral(model: type[models.Model]) -> str:
    """The shortest lookup from a row to its referral (which may be itself). Raises LookupError where there is none."""
    if model is Referral:
        return "pk"
    asked: list[tuple[type[models.Model], str]] = [(model, "")]
    seen = {model}
    while asked:
        here, way = asked.pop(0)
        for field in here._meta.concrete_fields:
            there = field.related_model
            if not isinstance(there, type) or there in seen:
                continue
            if there is Referral:
                return f"{way}{field.name}"
            if there._meta.app_label == Referral._meta.app_label:
                seen.add(there)
                asked.append((there, f"{way}{field.name}__"))
    raise LookupError(f"{model._meta.label} hangs from no referral")
