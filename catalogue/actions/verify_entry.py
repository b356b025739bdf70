"""Saying that an entry still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from ..models import Activity
from .change_entry import change_entry

if TYPE_CHECKING:
    from accounts.models import User

VERIFY = "catalogue.verify"


def verify_entry(*, entry: Activity, by: User | None, who: str = "") -> Activity:
    """Note that the entry was right today; `who` is the role of whoever said so, empty for the organisation itself."""
    today = timezone.localdate()

    def change(version: Activity) -> None:
        version.verified_on, version.verified_by = today, who

    return change_entry(entry=entry, change=change, action=VERIFY, by=by, data={"who": who})
