"""What a version of an entry says, field by field: a text, or a set of things."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations

from ..fields import ChoiceSetField, DateSetField
from ..models import AccessibilityAnswer, DateException, Schedule
from ..recurrence import Rule
from ..recurrence.describe import rule_words

# What Wagtail and the portal keep for themselves, and what follows from the rest.
KEPT_INSIDE = {
    "id",
    "uuid",
    "live",
    "expired",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "latest_revision",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "created_at",
    "updated_at",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One field: `items` where it holds several things, `text` otherwise; empty when nothing is said."""

    label: str
    text: str = ""
    items: tuple[str, ...] | None = None


def said_by(entry: models.Model) -> dict[str, Said]:
    """Name of the field → what this version says; the fields in the model's order, then the rows that belong to it."""
    found = {}
    for field in [*entry._meta.fields, *entry._meta.many_to_many]:
        if field.name not in KEPT_INSIDE and not getattr(field, "primary_key", False):
            found[field.name] = _field(entry, field)
    for relation in get_all_child_relations(type(entry)):
        name = relation.get_accessor_name()
        rows = getattr(entry, name).all()
        words = ROWS.get(relation.related_model)
        if words:
            plural = capfirst(relation.related_model._meta.verbose_name_plural)
            found[name] = Said(plural, items=tuple(words(row) for row in rows))
    return found


def _field(entry: Any, field: Any) -> Said:
    label = capfirst(str(field.verbose_name))
    if isinstance(field, ParentalManyToManyField | ClusterTaggableManager):
        return Said(label, items=tuple(sorted(str(one) for one in getattr(entry, field.name).all())))
    value = getattr(entry, field.name)
    if isinstance(field, ChoiceSetField):
        return Said(label, items=tuple(field.labels(value or ())))
    if isinstance(field, DateSetField):
        return Said(label, items=tuple(_text(day) for day in value or ()))
    if getattr(field, "choices", None):
        return Said(label, str(getattr(entry, f"get_{field.name}_display")() or ""))
    return Said(label, _text(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, datetime.datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, datetime.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, datetime.time):
        return date_format(value, "TIME_FORMAT")
    if isinstance(value, Decimal):
        return number_format(value, 2).removesuffix(",00")
    if isinstance(value, int | float):
        return number_format(value)
    return str(value)


def _schedule(row: Schedule) -> str:
    """ "Hver mandag kl. 10-12"; the rule itself where it is too intricate to be said, or not finished."""
    try:
        words = rule_words(
            Rule(row.starts_on, row.starts_at, row.minutes, row.rrule, not_in=frozenset(row.not_in or ())),
            timezone.localdate(),
        )
    except (ValueError, TypeError, AttributeError):
        words = ""
    words = words or " ".join(part for part in (_text(row.starts_on), _text(row.starts_at), row.rrule) if part)
    left_out = ", ".join(_text(day) for day in row.exdates or ())
    return _("%(rule)s, ikke %(days)s") % {"rule": words, "days": left_out} if left_out else words


def _exception(row: DateException) -> str:
    """ "24.12.2026 kl. 10: Flyttet til 27.12.2026. Huset er lukket."."""
    when = " ".join(part for part in (_text(row.original_date), _text(row.original_time)) if part)
    moved = " ".join(part for part in (_text(row.moved_to_date), _text(row.moved_to_time)) if part)
    kind = f"{row.get_kind_display()} {_('til')} {moved}" if moved else row.get_kind_display()
    return f"{when}: {kind}. {row.reason}".strip()


def _answer(row: AccessibilityAnswer) -> str:
    """ "Trinfri adgang: ja (fra gården)"."""
    note = f" ({row.note})" if row.note else ""
    return f"{row.get_feature_display()}: {_('ja') if row.holds else _('nej')}{note}"


def _translation(row: Any) -> str:
    return f"{row.get_language_display()}: {row.title}. {row.text}"


def _rows() -> dict[type, Callable[[Any], str]]:
    from ..models import ActivityAccessibility, ActivityTranslation, VenueAccessibility

    return {
        Schedule: _schedule,
        DateException: _exception,
        ActivityAccessibility: _answer,
        VenueAccessibility: _answer,
        ActivityTranslation: _translation,
    }


ROWS = _rows()
