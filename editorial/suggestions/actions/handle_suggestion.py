"""An editor has looked at a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from catalogue.models import Activity

from ...models import Suggestion
from ..choices import SuggestionStatus
from ..letters import write_answer

if TYPE_CHECKING:
    from accounts.models import User

REFUSED = (SuggestionStatus.REJECTED, SuggestionStatus.MERGED)


@transaction.atomic
def handle_suggestion(
    *, suggestion: Suggestion, status: str, same_as: Activity | None, reason: str, note: str, by: User | None
) -> None:
    """Save what came of a suggestion; answer by mail where one was given, and forget every contact once it is answered.

    The draft of one that is refused or was there already goes with it, unless somebody has worked on it.
    """
    answered = suggestion.status in SuggestionStatus.open() and status not in SuggestionStatus.open()
    suggestion.status, suggestion.reason, suggestion.note = status, reason, note
    suggestion.same_as = same_as if status == SuggestionStatus.MERGED else None
    if status in SuggestionStatus.open():
        suggestion.handled_by, suggestion.handled_at = None, None
    elif answered:
        suggestion.handled_by, suggestion.handled_at = by, timezone.now()
    if answered:
        write_answer(suggestion)
    if status not in SuggestionStatus.open():
        suggestion.own_email = suggestion.phone = suggestion.email = ""
    if status in REFUSED:
        _drop_draft(suggestion, by)
    suggestion.save()
    log(instance=suggestion, action="wagtail.edit", user=by, content_changed=True)


@transaction.atomic
def settle_published(*, activity: Activity, by: User | None) -> None:
    """Answer those whose suggestion has become this published activity."""
    waiting = Suggestion.objects.filter(draft=activity, status__in=SuggestionStatus.open())
    for suggestion in waiting:
        handle_suggestion(
            suggestion=suggestion,
            status=SuggestionStatus.PUBLISHED,
            same_as=None,
            reason=suggestion.reason,
            note=suggestion.note,
            by=by,
        )


def _drop_draft(suggestion: Suggestion, by: User | None) -> None:
    draft = suggestion.draft
    if draft is None or draft.first_published_at or draft.revisions.count() > 1:
        return
    log(instance=draft, action="wagtail.delete", user=by, deleted=True)
    suggestion.draft = None
    draft.delete()
