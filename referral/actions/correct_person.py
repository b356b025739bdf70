"""Correcting how a person is reached, and writing down what they say yes to later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from ..life.choices import ConsentKind, Event, GivenHow
from ..models import Contact, Referral
from ..policies import may_correct
from .changing import NotAllowed, locked, save_change, write_line
from .write_consents import write_consents


@transaction.atomic
def correct_person(
    *,
    referral: Referral,
    contact: Mapping[str, str] | None = None,
    consents: Sequence[str] = (),
    given_how: str = GivenHow.ORALLY,
    by: Any,
    version: int,
    now: datetime,
) -> Referral:
    """Overwrite the contact (the fields of `Contact`), and write down each new yes. What stood before is not kept.

    The log says that the contact was corrected, or to which `ConsentKind` the person has said yes; never who they are.
    Nothing new changes nothing. Raises `Outdated` when somebody else was first, `NotAllowed` when `by` may not,
    ValueError for a yes that stands, a contact without a yes to be contacted, or such a yes without a contact.
    """
    row = locked(referral, version)
    if not may_correct(by, row):
        raise NotAllowed("this actor does not correct it")
    standing = set(row.consents.filter(withdrawn_at__isnull=True).values_list("kind", flat=True))
    if standing & set(consents):
        raise ValueError("nobody says yes again to what they have not taken back")
    if contact and ConsentKind.CONTACTED not in standing | set(consents):
        raise ValueError("nothing is kept of who somebody is without a yes to be contacted")
    if ConsentKind.CONTACTED in consents and not contact:
        raise ValueError("whoever wants to be contacted says how")
    write_consents(row, consents, given_how, by, now)
    for kind in dict.fromkeys(consents):
        write_line(row, Event.SAID_YES, by, now, detail=kind)
    corrected = bool(contact) and _overwrite(row, contact or {})
    if corrected and ConsentKind.CONTACTED not in consents:
        write_line(row, Event.CORRECTED, by, now)
    if corrected or consents:
        save_change(row)
    return row


def _overwrite(row: Referral, contact: Mapping[str, str]) -> bool:
    """Whether that says anything else than what stood."""
    there = Contact.objects.filter(referral=row).first() or Contact(referral=row)
    if there.pk and all(getattr(there, name) == value for name, value in contact.items()):
        return False
    for name, value in contact.items():
        setattr(there, name, value)
    there.save()
    return True
