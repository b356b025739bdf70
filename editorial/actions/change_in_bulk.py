"""Changing several activities in one go, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from catalogue.actions.change_activities import Change, Changed, Outcome, change_activities, change_back
from catalogue.models import Activity

from ..models import BulkChange

if TYPE_CHECKING:
    from accounts.models import User

# The revisions stay; what is forgotten is only which of them belonged together.
KEPT = timedelta(days=90)


@transaction.atomic
def change_in_bulk(
    *, activities: Iterable[Activity], change: Change, words: str, by: User, as_published: bool = True
) -> tuple[Outcome, BulkChange | None]:
    """Change what may be changed; the second value is what it can be undone by, None when nothing was changed."""
    BulkChange.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
    outcome = change_activities(activities=activities, change=change, by=by, as_published=as_published)
    if not outcome.changed:
        return outcome, None
    kept = BulkChange.objects.create(
        made_by=by, words=words, as_published=as_published, changed=[asdict(one) for one in outcome.changed]
    )
    return outcome, kept


@transaction.atomic
def undo_in_bulk(*, made: BulkChange, by: User) -> Outcome | None:
    """Bring back what has not been changed since; None when it has been undone before."""
    made = BulkChange.objects.select_for_update().get(pk=made.pk)
    if made.undone_at:
        return None
    outcome = change_back(changes=[Changed(**one) for one in made.changed], by=by, as_published=made.as_published)
    made.undone_at = timezone.now()
    made.save(update_fields=["undone_at"])
    return outcome
