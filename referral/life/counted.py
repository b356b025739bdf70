"""As what a referral's proposals are counted when it is closed."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from .choices import Company, State


class Counted(models.TextChoices):
    """What came of one proposed activity."""

    RELATION = "relation", _("Fik en relation, der holder")
    ACQUAINTANCE = "bekendt", _("Fik nogen at hilse på og snakke med")
    GOES_ON = "fortsaetter", _("Kommer, men vi ved ikke af nogen relation endnu")
    CAME = "kom", _("Kom, men er stoppet igen")
    NOT_COME = "kom_ikke", _("Kom aldrig")
    NOTHING = "afvist", _("Blev ikke til noget")


def counted_as(state: str, came: bool, company: str) -> Counted:
    """What came of a proposal that ended in `state`; `came` is whether the person ever came to it.

    The person's answer is counted where they came: to nobody else's credit.
    """
    if state == State.DECLINED:
        return Counted.NOTHING
    if not came and state not in (State.CAME, State.GOES_ON):
        return Counted.NOT_COME
    if company == Company.RELATION:
        return Counted.RELATION
    if company == Company.ACQUAINTANCE:
        return Counted.ACQUAINTANCE
    return Counted.GOES_ON if state in (State.GOES_ON, State.CAME) else Counted.CAME


def quarter_of(day: date) -> str:
    """ "2026K4"."""
    return f"{day.year}K{(day.month + 2) // 3}"
