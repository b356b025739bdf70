"""Taking back a yes: what it was given for is forgotten at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from ..answering.addresses import addresses_of
from ..escorts.addresses import addresses_of_escort
from ..escorts.asked import asked
from ..escorts.letters import Why
from ..life.choices import FORGOTTEN_WITH, ConsentKind, Event, ForgottenWhy, State
from ..models import Referral, ReferralStep
from ..policies import may_withdraw
from ..privacy.hangs_on import hanging_on
from ..privacy.mails import tell_of_withdrawal
from ..secrecy import nothing_read
from .changing import NotAllowed, save_change, write_line
from .forget import forget_contact, forget_referral, write_receipt
from .tell_escort import tell_escort


class NotGiven(ValueError):
    """There is no such yes standing."""


@nothing_read()
@transaction.atomic
def withdraw_consent(*, referral: Referral, kind: str, by: Any, now: datetime) -> None:
    """Note that the person has taken back the yes of this `ConsentKind`, and forget what hung on it.

    To be contacted: who they are, and every note. To be referred: all of it. Each leaves a receipt, so that an older
    backup does not bring it back. `by` is a user, or None for the person,
    who has the key. It undoes nobody's work, and asks for no version. Whoever works with the referral gets a mail.
    Raises `Referral.DoesNotExist` when it is gone, `NotAllowed` when `by` may not, `NotGiven` when no such yes stands.
    """
    row = Referral.objects.select_for_update(of=("self",)).select_related("owner").get(pk=referral.pk)
    if by is not None and not may_withdraw(by, row):
        raise NotAllowed("this actor does not withdraw it")
    consent = row.consents.filter(kind=kind, withdrawn_at__isnull=True).first()
    if consent is None:
        raise NotGiven(kind)
    if kind in (ConsentKind.REFERRED, ConsentKind.CONTACTED):
        tell_of_withdrawal(to=_told(row, by), code=row.code, kind=kind)
    if kind == ConsentKind.REFERRED:
        forget_referral(referral=row, why=ForgottenWhy.WITHDRAWN, now=now)
        return
    consent.withdrawn_at = now
    consent.save(update_fields=["withdrawn_at"])
    if kind == ConsentKind.CONTACTED:
        for made in asked().filter(entry__referral=row, meets_at__gt=now):
            # Where they meet is forgotten with the rest.
            tell_escort(made=made, why=Why.CHANGED, now=now)
        forget_contact(referral=row, why=ForgottenWhy.WITHDRAWN, now=now)
    else:
        write_receipt(code=row.code, part=FORGOTTEN_WITH[ConsentKind(kind)], why=ForgottenWhy.WITHDRAWN, now=now)
    for hanging in hanging_on(kind, row):
        hanging.erase()
    _write(row, kind, by, now)
    save_change(row)


def _told(row: Referral, by: Any) -> list[str]:
    """The owner, and the organisations and escorts that may have written something down; not whoever did it."""
    mails = [row.owner.email] if row.owner and row.owner != by else []
    entries = row.entries.exclude(state=State.DECLINED).select_related("organisation")
    mails += [mail for entry in entries if entry.organisation for mail in addresses_of(entry.organisation)]
    for made in asked().filter(entry__referral=row):
        mails += addresses_of_escort(made.escort) if made.escort else []
    return [mail for mail in dict.fromkeys(mails) if mail]


def _write(row: Referral, kind: str, by: Any, now: datetime) -> None:
    if by is None:
        ReferralStep.objects.create(referral=row, event=Event.CONSENT, detail=kind, at=now)
    else:
        write_line(row, Event.CONSENT, by, now, detail=kind)
