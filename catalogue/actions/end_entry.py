"""Saying that an activity has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..choices import Status
from ..models import Activity
from .change_entry import change_entry

if TYPE_CHECKING:
    from accounts.models import User

END = "catalogue.end"


def end_entry(*, entry: Activity, reason: str = "", by: User | None) -> Activity:
    """Say that the entry has ended, for a reason that visitors read; its address says so and proposes others."""

    def change(version: Activity) -> None:
        version.status, version.status_note, version.paused_until = Status.ENDED, reason, None

    return change_entry(entry=entry, change=change, action=END, by=by, data={"reason": reason})
