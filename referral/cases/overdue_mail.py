"""The weekly mail about late referrals: how many, and a link. Nothing of what they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.scopes import reach_of

from ..models import Referral
from ..permissions import COORDINATE, holds
from ..querysets import coordinated


@dataclass(frozen=True, slots=True)
class Late:
    """How many late referrals somebody looks after, and how many a coordinator has in all."""

    own: int
    coordinated: int

    def __bool__(self) -> bool:
        return bool(self.own or self.coordinated)


def late_for(user: Any, today: date) -> Late:
    """What is late for `user`: what they own and still may see, and what lies in a coordinator's areas."""
    late = Referral.objects.overdue(today)
    own = late.visible_to(user).owned_by(user).count()
    return Late(own, late.filter(coordinated(reach_of(user))).count() if holds(user, COORDINATE) else 0)


def those_to_write_to(today: date) -> list[User]:
    """Active users who own something late, or coordinate."""
    owners = Referral.objects.overdue(today).values("owner")
    codename = COORDINATE.partition(".")[2]
    users = User.objects.filter(is_active=True)
    coordinators = users.filter(groups__permissions__codename=codename)
    return list((users.filter(pk__in=owners) | users.filter(pk__in=coordinators.values("pk"))).order_by("pk"))


def mail_about(user: User, late: Late) -> EmailMessage:
    """The mail, in Danish."""
    with translation.override("da"):
        address = f"{settings.BASE_URL}{reverse('cases:list')}?vis=forsinkede"
        body = render_to_string("emails/referrals_overdue.txt", {"late": late, "address": address})
        return EmailMessage(_("Henvisninger, der venter på nogen"), body, to=[user.email])
