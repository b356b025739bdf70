"""Putting an entry on pause, and letting it go on."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from ..choices import Status
from ..models import Activity
from .change_entry import change_entry

if TYPE_CHECKING:
    from accounts.models import User

PAUSE = "catalogue.pause"


def pause_entry(*, entry: Activity, reason: str, until: datetime.date | None = None, by: User | None) -> Activity:
    """Put the entry on pause for a reason that visitors read; `until` is the last day of the pause.

    A draft that ends the entry still does. Raises `ValidationError` for a day that has passed and for what has ended.
    """
    if until and until < timezone.localdate():
        raise ValidationError(_("Den sidste dag i pausen er allerede gået. Skriv en senere dato."))

    def pause(version: Activity) -> None:
        version.status, version.status_note, version.paused_until = Status.PAUSED, reason, until

    def change(version: Activity) -> None:
        if version.status == Status.ENDED:
            raise ValidationError(_("Aktiviteten er ophørt, så den kan ikke sættes på pause."))
        pause(version)

    def in_draft(version: Activity) -> None:
        if version.status != Status.ENDED:
            pause(version)

    data = {"reason": reason, "until": until.isoformat() if until else None}
    return change_entry(entry=entry, change=change, in_draft=in_draft, action=PAUSE, by=by, data=data)
