"""The closed lists of escorts; values stand in the database."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

NOON, FIVE = 12, 17


class Help(models.TextChoices):
    """What somebody can do."""

    WALK = "gaa", _("Gå med")
    DRIVE = "koere", _("Køre i bil")
    BUS = "bus", _("Tage bussen sammen")
    STAY = "blive", _("Blive den første halve time")


class EscortState(models.TextChoices):
    """How far an arrangement is."""

    PROPOSED = "foreslaaet", _("Mangler en at følges med")
    ASSIGNED = "tildelt", _("En er spurgt")
    CONFIRMED = "bekraeftet", _("Aftalt")
    DONE = "udfoert", _("De fulgtes ad")
    NOT_DONE = "ikke_udfoert", _("Det blev ikke til noget")


OPEN = (EscortState.PROPOSED, EscortState.ASSIGNED, EscortState.CONFIRMED)
# Somebody has it: they have been asked, or have said yes.
ASKED = (EscortState.ASSIGNED, EscortState.CONFIRMED)
# Which may follow which.
NEXT = {
    EscortState.PROPOSED: (EscortState.ASSIGNED, EscortState.NOT_DONE),
    EscortState.ASSIGNED: (EscortState.CONFIRMED, EscortState.PROPOSED, EscortState.DONE, EscortState.NOT_DONE),
    EscortState.CONFIRMED: (EscortState.DONE, EscortState.NOT_DONE, EscortState.PROPOSED),
    EscortState.DONE: (),
    EscortState.NOT_DONE: (),
}

_DAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
_PARTS = ("formiddag", "eftermiddag", "aften")
FreeTime = models.TextChoices(
    "FreeTime",
    [
        (f"D{day}{part}", (f"{day}{part[0]}", f"{name} {part}"))
        for day, name in enumerate(_DAYS, start=1)
        for part in _PARTS
    ],
)


def free_time_of(moment: datetime) -> str:
    """The value of `FreeTime` that a moment (local) lies in."""
    part = _PARTS[0] if moment.hour < NOON else _PARTS[1] if moment.hour < FIVE else _PARTS[2]
    return f"{moment.isoweekday()}{part[0]}"
