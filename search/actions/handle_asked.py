"""An editor has looked at searches that find nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.log_actions import log

from ..queries.asked_for import asked_for

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def handle_asked(*, keys: Iterable[int], status: str, by: User) -> int:
    """Mark those of the searches that are the user's to see; how many. They are counted from nothing again."""
    rows = list(asked_for(by).filter(pk__in=list(keys)).select_for_update(of=("self",)))
    for row in rows:
        row.status, row.handled_by, row.times = status, by, 0
        row.save(update_fields=["status", "handled_by", "times"])
        log(instance=row, action="wagtail.edit", user=by, content_changed=True)
    return len(rows)
