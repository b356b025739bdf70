"""Deleting the slips that nobody can open any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from ..models import Slip

# For so long the address says that the slip has expired, and what to do; after it, it is as if it had never been.
REMEMBERED = timedelta(days=30)


def purge_slips(*, now: datetime) -> int:
    """Delete what expired or was withdrawn `REMEMBERED` ago or earlier; return how many slips."""
    over = now - REMEMBERED
    _rows, by_model = Slip.objects.filter(Q(expires_at__lte=over) | Q(withdrawn_at__lte=over)).delete()
    return by_model.get(Slip._meta.label, 0)
