"""What hangs on one yes of the person: its own row, and what models say is forgotten with it (`forgotten_with`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast

from ..fields import EncryptedTextField
from ..life.choices import ConsentKind
from ..models import Consent, Referral
from .said import way_to_referral


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of one model that hang on a yes: all of each, or the fields named."""

    rows: models.QuerySet
    fields: tuple[str, ...]

    def full(self) -> models.QuerySet:
        """Those in which there is something to forget."""
        if not self.fields:
            return self.rows
        says = models.Q()
        for name in self.fields:
            says |= _says(self.rows.model._meta.get_field(name))
        secret = [name for name in self.fields if isinstance(self.rows.model._meta.get_field(name), EncryptedTextField)]
        raw = {f"raw_{name}": Cast(name, models.TextField()) for name in secret}
        return self.rows.annotate(**raw).filter(says)

    def erase(self) -> None:
        """Delete the rows, or empty their fields; also of a log that refuses to be changed."""
        if not self.fields:
            self.rows.delete()
            return
        named = {name: self.rows.model._meta.get_field(name) for name in self.fields}
        self.rows.update(**{name: None if field.null else "" for name, field in named.items()})


def hanging_on(kind: str, referral: Referral) -> list[Hanging]:
    """What hangs on this `ConsentKind`: a model's `forgotten_with` is a kind, or a dictionary of fields by kind."""
    found = []
    for model in apps.get_models():
        hangs_on = getattr(model, "forgotten_with", None)
        fields = tuple(hangs_on.get(kind, ())) if isinstance(hangs_on, dict) else ()
        if fields or hangs_on == kind:
            found.append(Hanging(models.QuerySet(model).filter(**{way_to_referral(model): referral.pk}), fields))
    return found


def given(kind: str, referral: Referral, *, until: datetime) -> models.QuerySet[Consent]:
    """The person's yes of that kind that stands, and was given by `until` (aware)."""
    return Consent.objects.filter(referral=referral.pk, kind=kind, withdrawn_at__isnull=True, given_at__lte=until)


def said_yes_again(referral: Referral, since: datetime | None, kind: str = ConsentKind.CONTACTED) -> bool:
    """Whether the person has said yes to it after that moment (aware)."""
    return since is not None and Consent.objects.filter(referral=referral.pk, kind=kind, given_at__gt=since).exists()


def _says(field: models.Field) -> models.Q:
    if isinstance(field, EncryptedTextField):
        return ~models.Q(**{f"raw_{field.name}": ""})
    return models.Q(**{f"{field.name}__isnull": False}) if field.null else ~models.Q(**{field.name: ""})
