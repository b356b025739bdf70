"""What happens to a referral when its owner's account is deleted."""

from __future__ import annotations

from typing import Any

from django.db import models


def protect_while_open(collector: Any, field: models.Field, sub_objs: Any, using: str) -> None:
    """Refuses while the user owns an open referral, which nobody would look after; a closed one loses its owner."""
    held = [referral for referral in sub_objs if referral.closed_at is None]
    if held:
        message = f"{len(held)} open referrals have this owner: hand them over first."
        raise models.ProtectedError(message, set(held))
    models.SET_NULL(collector, field, sub_objs, using)


# Django asks it of every `on_delete` that loads lazily.
protect_while_open.lazy_sub_objs = False  # type: ignore[attr-defined]
