"""Forgetting suggestions that need not be remembered any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from ...models import Suggestion
from ..choices import SuggestionStatus

CONTACT_KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Purged:
    """How many mail addresses were erased, and how many suggestions deleted."""

    contacts: int
    suggestions: int


@transaction.atomic
def purge_suggestions(*, now: datetime, by: None = None) -> Purged:
    """Erase the writer's mail after 90 days, answered or not; delete what was answered `SUGGESTIONS_KEPT_DAYS` ago.

    `by` is always None: a timer does it.
    """
    old = Suggestion.objects.filter(created_at__lt=now - CONTACT_KEPT).exclude(own_email="")
    contacts = old.update(own_email="")
    kept = timedelta(days=settings.SUGGESTIONS_KEPT_DAYS)
    done = Suggestion.objects.exclude(status__in=SuggestionStatus.open()).filter(handled_at__lt=now - kept)
    suggestions, _by_model = done.delete()
    return Purged(contacts, suggestions)
