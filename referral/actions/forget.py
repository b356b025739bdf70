"""Forgetting a person: at once, for good, with a receipt."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction

from ..life.choices import CloseReason, ForgottenPart, ForgottenWhy
from ..models import Contact, EscortArrangement, ForgottenReferral, Referral
from ..privacy.hangs_on import said_yes_again
from ..privacy.ledger import Line, add_to_ledger, mark_of
from ..privacy.said import everything_said
from ..secrecy import nothing_read
from .free_places import note_closing
from .tell_escort import end_arrangements

logger = logging.getLogger(__name__)


@nothing_read()
@transaction.atomic
def forget_contact(*, referral: Referral, why: ForgottenWhy, now: datetime) -> ForgottenReferral:
    """Delete who the person is, and every note: notes may name them. What was proposed and how it went stays.

    Raises `Referral.DoesNotExist` when it is gone already.
    """
    row = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    erase_words(referral=row)
    return write_receipt(code=row.code, part=ForgottenPart.CONTACT, why=why, now=now)


@nothing_read()
@transaction.atomic
def forget_referral(*, referral: Referral, why: ForgottenWhy, now: datetime) -> ForgottenReferral:
    """Delete all of it: the person, what was proposed, the log, the consents and who has read it.

    Raises `Referral.DoesNotExist` when it is gone already.
    """
    row = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    code = row.code
    # Whoever has promised to come is told not to, and whoever waits for the place may have it.
    note_closing(row=row, reason=CloseReason.WITHDRAWN)
    end_arrangements(made=EscortArrangement.objects.filter(entry__referral=row), now=now)
    row.delete()
    return write_receipt(code=code, part=ForgottenPart.ALL, why=why, now=now)


def erase_words(*, referral: Referral, until: datetime | None = None) -> None:
    """Everything that is encrypted of a referral, but for what the person wants and needs; in the caller's transaction.

    With `until` (aware) only what was said by then. The version stays: nobody's work is undone by it.
    """
    for said in everything_said():
        rows = said.rows().filter(said.until(until), **{said.way: referral})
        if said.model is not Contact:
            rows.update(**dict.fromkeys(said.fields, ""))
        elif not said_yes_again(referral, until):
            rows.delete()


def write_receipt(*, code: str, part: ForgottenPart, why: ForgottenWhy, now: datetime) -> ForgottenReferral:
    """In the database now, in the ledger's file once the transaction holds."""
    row = ForgottenReferral.objects.create(mark=mark_of(code), part=part, why=why, at=now)
    transaction.on_commit(lambda: _add(line_of(row)))
    return row


def line_of(row: ForgottenReferral) -> Line:
    """The receipt as the file has it."""
    return Line(row.receipt, row.mark, ForgottenPart(row.part), ForgottenWhy(row.why), row.at)


def _add(line: Line) -> None:
    try:
        add_to_ledger([line])
    except OSError as error:
        # What is forgotten is forgotten; `manage.py forget` writes it down later, and fails until it can.
        logger.error("FORGET_LEDGER cannot be written: %s", error.strerror)
