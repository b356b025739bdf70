"""After a restore: forgetting again what the backup has brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..life.choices import ForgottenPart
from ..models import Contact, ForgottenReferral, Referral
from ..privacy.ledger import Ledger, Line, add_to_ledger, mark_of, read_ledger
from ..privacy.said import everything_said
from .forget import erase_words, line_of, said_yes_again


def join_ledgers() -> Ledger:
    """Bring the database's receipts and the file to the same; return the file as it was. Raises OSError."""
    ledger = read_ledger()
    receipts = {row.receipt: row for row in ForgottenReferral.objects.all()}
    in_file = {line.receipt: line for line in ledger.lines}
    missing = [line for receipt, line in in_file.items() if receipt not in receipts]
    ForgottenReferral.objects.bulk_create(
        ForgottenReferral(receipt=line.receipt, mark=line.mark, part=line.part, why=line.why, at=line.at)
        for line in missing
    )
    add_to_ledger(line_of(row) for receipt, row in receipts.items() if receipt not in in_file)
    return ledger


@dataclass(frozen=True, slots=True)
class Returned:
    """A referral that says again what was forgotten: all of it, or what was said until a moment."""

    referral: Referral
    until: datetime | None


def returned(lines: list[Line]) -> list[Returned]:
    """What is in the database, though it was forgotten."""
    wholly = {line.mark for line in lines if line.part == ForgottenPart.ALL}
    contact: dict[str, datetime] = {}
    for line in lines:
        contact[line.mark] = max(line.at, contact.get(line.mark, line.at))
    found = []
    for referral in Referral.objects.only("code").order_by("pk").iterator():
        mark = mark_of(referral.code)
        if mark in wholly:
            found.append(Returned(referral, None))
        elif mark in contact and _says_again(referral, contact[mark]):
            found.append(Returned(referral, contact[mark]))
    return found


def forget_again(*, lines: list[Line]) -> int:
    """Delete what has come back; return of how many referrals. Their receipts are written already."""
    found = returned(lines)
    for one in found:
        with transaction.atomic():
            row = Referral.objects.select_for_update(of=("self",)).filter(pk=one.referral.pk).first()
            if row is not None and one.until is None:
                row.delete()
            elif row is not None:
                erase_words(referral=row, until=one.until)
    return len(found)


def _says_again(referral: Referral, until: datetime) -> bool:
    kept = said_yes_again(referral, until)
    return any(
        said.rows_with_words().filter(said.until(until), **{said.way: referral}).exists()
        for said in everything_said()
        if not (kept and said.model is Contact)
    )
