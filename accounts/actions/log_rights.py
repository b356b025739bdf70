"""Writing down who was given which rights."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model
from wagtail.log_actions import get_active_log_context, log

RIGHTS = "accounts.rights"


def log_rights(*, holder: Model, given: Iterable[object] = (), taken: Iterable[object] = (), by: object = None) -> None:
    """Log that somebody, or a group, was given or lost roles or permissions.

    `by` is whoever is at work in the editors' system; what a command or a migration does is not logged.
    """
    actor = by or get_active_log_context().user
    names = {"given": sorted(map(str, given)), "taken": sorted(map(str, taken))}
    if actor is not None and (names["given"] or names["taken"]):
        log(instance=holder, action=RIGHTS, user=actor, data=names, content_changed=True)
