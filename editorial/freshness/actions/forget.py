"""Forgetting rounds that are long over: whom we wrote to, and what was answered."""

from __future__ import annotations

from datetime import datetime, timedelta

from ...models import FreshnessRound

KEPT = timedelta(days=2 * 365)


def forget_rounds(*, now: datetime, by: None = None) -> int:
    """Delete rounds two years after they were closed; returns how many. The entries' own history keeps the answers."""
    old = FreshnessRound.objects.filter(closed_at__lt=now - KEPT)
    count = old.count()
    if count:
        old.delete()
    return count
