"""After a restore: forgetting again what the backup has brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..life.choices import FORGOTTEN_WITH, ConsentKind, ForgottenPart, ForgottenWhy
from ..models import Contact, ForgottenReferral, Referral
from ..privacy.hangs_on import Hanging, given, hanging_on, said_yes_again
from ..privacy.ledger import Ledger, Line, add_to_ledger, mark_of, read_ledger
from ..privacy.said import everything_said
from ..secrecy import nothing_read
from .forget import erase_words, line_of


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
    """A referral that says again what was forgotten: all of it, or what these lines of the ledger are about."""

    referral: Referral
    wholly: bool
    undone: list[Line]


def returned(lines: list[Line]) -> list[Returned]:
    """What is in the database, though it was forgotten."""
    wholly = {line.mark for line in lines if line.part == ForgottenPart.ALL}
    parts: dict[str, dict[tuple[str, str], Line]] = {}
    for line in sorted(lines, key=lambda line: line.at):
        # The last one of its kind says all that the earlier ones say.
        parts.setdefault(line.mark, {})[line.part, line.why] = line
    found = []
    for referral in Referral.objects.only("code").order_by("pk").iterator():
        mark = mark_of(referral.code)
        if mark in wholly:
            found.append(Returned(referral, True, []))
        elif undone := [line for line in parts.get(mark, {}).values() if _is_undone(referral, line)]:
            found.append(Returned(referral, False, undone))
    return found


@nothing_read()
def forget_again(*, lines: list[Line]) -> int:
    """Delete what has come back; return of how many referrals. Their receipts are written already."""
    found = returned(lines)
    for one in found:
        with transaction.atomic():
            row = Referral.objects.select_for_update(of=("self",)).filter(pk=one.referral.pk).first()
            if row is not None and one.wholly:
                row.delete()
            elif row is not None:
                for line in one.undone:
                    _redo(row, line)
    return len(found)


def _is_undone(referral: Referral, line: Line) -> bool:
    if line.part == ForgottenPart.CONTACT and _says_again(referral, line.at):
        return True
    kind = _taken_back(line)
    if kind is None:
        return False
    return given(kind, referral, until=line.at).exists() or bool(_hanging_again(kind, referral, line.at))


def _redo(row: Referral, line: Line) -> None:
    if line.part == ForgottenPart.CONTACT:
        erase_words(referral=row, until=line.at)
    kind = _taken_back(line)
    if kind is not None:
        given(kind, row, until=line.at).update(withdrawn_at=line.at)
        for hanging in _hanging_again(kind, row, line.at):
            hanging.erase()


def _taken_back(line: Line) -> ConsentKind | None:
    """The yes that was taken back; None where something else was the reason."""
    if line.why != ForgottenWhy.WITHDRAWN:
        return None
    return next((kind for kind, part in FORGOTTEN_WITH.items() if part == line.part), None)


def _hanging_again(kind: ConsentKind, referral: Referral, at: datetime) -> list[Hanging]:
    """What hangs on a yes that was taken back at `at`, and is there; nothing where the person has said yes again."""
    if said_yes_again(referral, at, kind):
        return []
    return [hanging for hanging in hanging_on(kind, referral) if hanging.full().exists()]


def _says_again(referral: Referral, until: datetime) -> bool:
    kept = said_yes_again(referral, until)
    return any(
        said.rows_with_words().filter(said.until(until), **{said.way: referral}).exists()
        for said in everything_said()
        if not (kept and said.model is Contact)
    )
