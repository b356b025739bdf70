"""Everything that is kept about one referral, for the person it is about."""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..models import Referral, ReferralRead
from ..needs_in_words import needs_in_words
from .said import way_to_referral

# The machine's own, and what is shown in other words.
LEFT_OUT = {"id", "version", "needs_kept"}


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one model: for each, its fields as (name in code, words for it, value in words)."""

    name: str
    words: str
    rows: list[list[tuple[str, str, str]]]


def everything_about(referral: Referral) -> list[Part]:
    """The referral, and the rows of every model that hangs from it, also of such as are made later."""
    parts = []
    for model in [Referral, *(one for one in apps.get_app_config("referral").get_models() if one is not Referral)]:
        try:
            way = way_to_referral(model)
        except LookupError:
            continue
        rows = [_row(row) for row in models.QuerySet(model).filter(**{way: referral.pk}).order_by("pk")]
        if model is Referral:
            rows[0] += [("needs", question, ", ".join(answers)) for question, answers in needs_in_words(referral)]
        if rows:
            name = model._meta.verbose_name if len(rows) == 1 else model._meta.verbose_name_plural
            parts.append(Part(model._meta.model_name or "", capfirst(str(name)), rows))
    return parts


def packed(referral: Referral, now: datetime.datetime) -> bytes:
    """A ZIP file with a page to read (`henvisning.html`) and the same for a machine (`henvisning.json`)."""
    with translation.override("da"):
        parts = everything_about(referral)
        context = {"parts": parts, "made": timezone.localtime(now), "reference": referral.code[:5].upper()}
        page = render_to_string("cases/privacy/extract.html", context)
    data = {
        part.name: [{f"{name}: {words}": value for name, words, value in row} for row in part.rows] for part in parts
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("henvisning.html", page)
        archive.writestr("henvisning.json", json.dumps(data, ensure_ascii=False, indent=2))
    return file.getvalue()


def _row(row: models.Model) -> list[tuple[str, str, str]]:
    fields = []
    for field in row._meta.concrete_fields:
        # Which colleague has opened the case is the kommune's own matter; when and what is the person's.
        ours = isinstance(row, ReferralRead) and field.name in ("user", "escort")
        if field.name in LEFT_OUT or field.related_model is Referral or ours:
            continue
        value = _words(row, field)
        if value:
            fields.append((field.name, capfirst(str(field.verbose_name)), value))
    return fields


def _words(row: models.Model, field: models.Field) -> str:
    value: Any = getattr(row, field.name)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, datetime.datetime):
        return date_format(timezone.localtime(value), "j. F Y, H.i")
    return date_format(value, "j. F Y") if isinstance(value, datetime.date) else str(value)
