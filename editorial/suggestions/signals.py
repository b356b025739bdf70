"""When the draft of a suggestion is published, whoever suggested it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wagtail.signals import published

from catalogue.models import Activity
from catalogue.written import entries_written

from ..models import Suggestion
from .actions.handle_suggestion import settle_published
from .choices import SuggestionStatus


def tell(sender: type, instance: Activity, revision: Any = None, **kwargs: Any) -> None:
    """Answers the suggestion that the activity came from."""
    settle_published(activity=instance, by=revision.user if revision else None)


def tell_of_many(sender: type, entries: Sequence[Activity], by: Any = None, **kwargs: Any) -> None:
    """The same of activities that were published together."""
    waiting = Suggestion.objects.filter(draft__in=entries, status__in=SuggestionStatus.open()).select_related("draft")
    for suggestion in waiting:
        settle_published(activity=suggestion.draft, by=by)


def connect() -> None:
    """Listens to activities only."""
    published.connect(tell, sender=Activity, dispatch_uid="editorial.suggestions")
    entries_written.connect(tell_of_many, sender=Activity, dispatch_uid="editorial.suggestions")
