"""The nightly forgetting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from ..cases.keepers import keepers_of
from ..life.choices import CloseReason, Event, ForgottenWhy
from ..models import EscortArrangement, Referral, ReferralStep
from ..privacy.due import NOTICE, abandoned, contacts_due, referrals_due, untouched
from ..privacy.mails import address_of, send_plain_mail
from ..querysets import ReferralQuerySet
from .changing import save_change
from .count_outcome import count_outcome
from .forget import forget_contact, forget_referral
from .free_places import note_closing
from .tell_escort import end_arrangements


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many referrals: whose owners were told, that were closed, lost their contact, or are gone.

    `alone` lie still, and nobody is left to be told.
    """

    reminded: int
    closed: int
    contacts: int
    referrals: int
    alone: int = 0


def would_forget(*, now: datetime) -> Forgotten:
    """What `forget_by_rule` would do now; writes nothing."""
    whole = referrals_due(now)
    contacts = contacts_due(now).exclude(pk__in=whole.values("pk"))
    return Forgotten(untouched(now).count(), abandoned(now).count(), contacts.count(), whole.count())


def forget_by_rule(*, now: datetime) -> Forgotten:
    """Tell of what lies still, close what has lain still too long, and forget what has had its time.

    Each referral in a transaction of its own, asked again under its lock: safe to repeat and to run beside other work.
    Forgetting comes first, and needs no key: whatever fails after it, nobody is kept too long.
    """
    whole = _each(referrals_due, _forget, now)
    contacts = _each(contacts_due, _forget_contact, now)
    closed = _each(abandoned, _close, now)
    reminded, alone = _remind(untouched(now), now)
    return Forgotten(reminded, closed, contacts, whole, alone)


def _each(
    due: Callable[[datetime], ReferralQuerySet], act: Callable[[Referral, datetime], object], now: datetime
) -> int:
    done = 0
    for pk in list(due(now).values_list("pk", flat=True)):
        with transaction.atomic():
            row = Referral.objects.select_for_update(of=("self",)).defer("needs_kept").filter(pk=pk).first()
            if row is not None and due(now).filter(pk=pk).exists():
                act(row, now)
                done += 1
    return done


def _forget(row: Referral, now: datetime) -> None:
    forget_referral(referral=row, why=ForgottenWhy.PERIOD, now=now)


def _forget_contact(row: Referral, now: datetime) -> None:
    forget_contact(referral=row, why=ForgottenWhy.PERIOD, now=now)


def _close(row: Referral, now: datetime) -> None:
    note_closing(row=row, reason=CloseReason.UNTOUCHED)
    end_arrangements(made=EscortArrangement.objects.filter(entry__referral=row), now=now)
    row.closed_at, row.close_reason = now, CloseReason.UNTOUCHED
    save_change(row, "closed_at", "close_reason")
    ReferralStep.objects.create(referral=row, event=Event.CLOSED, detail=CloseReason.UNTOUCHED, at=now)
    count_outcome(referral=row, now=now)


def _remind(rows: ReferralQuerySet, now: datetime) -> tuple[int, int]:
    """A mail to each who sees to some of them, about all of those; how many were told of, and how many have nobody.

    It is written down once the mail server has it: else again tomorrow.
    """
    theirs: dict[tuple[Any, bool], list[Referral]] = {}
    alone = 0
    for referral in rows.defer("needs_kept").select_related("owner", "area"):
        keepers = keepers_of(referral)
        alone += not keepers
        for keeper in keepers:
            theirs.setdefault((keeper, keeper == referral.owner), []).append(referral)
    told: dict[int, Referral] = {}
    for (keeper, owns), referrals in theirs.items():
        if _tell(keeper, referrals, owns=owns, closes_on=now + NOTICE):
            told |= {referral.pk: referral for referral in referrals}
    ReferralStep.objects.bulk_create(
        ReferralStep(referral=referral, event=Event.REMINDED, at=now) for referral in told.values()
    )
    return len(told), alone


def _tell(keeper: Any, referrals: list[Referral], *, owns: bool, closes_on: datetime) -> bool:
    addresses = [address_of(referral) for referral in referrals]
    with translation.override("da"):
        subject = _("Henvisninger, som ingen har rørt længe")
        context = {"addresses": addresses, "closes_on": closes_on, "owns": owns}
        body = render_to_string("emails/referral_untouched.txt", context)
    return send_plain_mail(keeper.email, subject, body)
