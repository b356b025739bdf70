"""When the draft of a suggestion is published, whoever suggested it is told."""

from __future__ import annotations

from typing import Any

from wagtail.signals import published

from catalogue.models import Activity

from .actions.handle_suggestion import settle_published


def tell(sender: type, instance: Activity, revision: Any = None, **kwargs: Any) -> None:
    """Answers the suggestion that the activity came from."""
    settle_published(activity=instance, by=revision.user if revision else None)


def connect() -> None:
    """Listens to activities only."""
    published.connect(tell, sender=Activity, dispatch_uid="editorial.suggestions")
