"""Taking in what somebody suggests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from ...models import Suggestion
from ..letters import write_receipt
from ..queries import organisation_named
from .make_draft import make_draft

SAME_WITHIN = timedelta(hours=1)


@transaction.atomic
def send_suggestion(*, typed: dict[str, Any], language: str, by: None = None) -> Suggestion:
    """Keep a suggestion; make its draft at once when its organisation is known by name; post the receipt.

    `typed` holds the model's fields by name. The same things typed twice within an hour are one suggestion. `by` is
    always None: nobody signs in to suggest.
    """
    lately = timezone.now() - SAME_WITHIN
    same = Suggestion.objects.filter(**typed, created_at__gte=lately).first()
    if same:
        return same
    suggestion = Suggestion.objects.create(**typed, language=language)
    organisation = organisation_named(suggestion.organiser)
    if organisation:
        make_draft(suggestion=suggestion, organisation=organisation, by=None)
    write_receipt(suggestion)
    return suggestion
