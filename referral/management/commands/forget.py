"""Forgets what has had its time, and again what a restored backup has brought back."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...actions.forget import forget_referral
from ...actions.forget_again import forget_again, join_ledgers, returned
from ...actions.forget_by_rule import Forgotten, forget_by_rule, would_forget
from ...life.choices import ForgottenWhy
from ...models import Referral
from ...privacy.ledger import read_ledger
from ...slips.codes import read_typed

NOBODY = (
    "Ingen kan se til dem: den ansvarlige er her ikke mere, og området har ingen koordinator. Giv en koordinator"
    " området under Ansvar."
)
LEDGER = "Filen i FORGET_LEDGER kan ikke læses eller skrives"


class Command(BaseCommand):
    help = (
        "Glemmer personer: først igen dem, som en gendannet sikkerhedskopi har bragt tilbage, så dem, hvis tid er gået."
        " Kør den hver dag, og lige efter en gendannelse."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Sig kun, hvad der ville blive glemt.")
        parser.add_argument("--referral", metavar="KODE", help="Glem hele denne henvisning nu, og kun den.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["referral"]:
            self._one(options["referral"], dry_run=options["dry_run"])
        elif options["dry_run"]:
            self._dry_run()
        else:
            self._all()

    def _one(self, typed: str, *, dry_run: bool) -> None:
        referral = Referral.objects.defer("needs_kept").filter(code=read_typed(typed)).first()
        if referral is None:
            raise CommandError("Der er ingen henvisning med den kode. Måske er den glemt allerede.")
        if dry_run:
            self.stdout.write("Ville glemme den henvisning nu.")
            return
        receipt = forget_referral(referral=referral, why=ForgottenWhy.ASKED, now=timezone.now())
        self.stdout.write(f"Glemt. Kvittering {receipt.receipt}.")

    def _dry_run(self) -> None:
        ledger = read_ledger()
        self.stdout.write(f"Ville glemme {len(returned(ledger.lines))} igen efter en gendannelse.")
        self._tell("Ville have", would_forget(now=timezone.now()))
        self._complain(ledger.damaged)

    def _all(self) -> None:
        try:
            ledger, problem = join_ledgers(), None
        except OSError as error:
            ledger, problem = None, error
        if ledger is not None:
            again = forget_again(lines=ledger.lines)
            self.stdout.write(f"Glemte {again} igen efter en gendannelse.")
        done = forget_by_rule(now=timezone.now())
        self._tell("Har", done)
        if problem is not None:
            raise CommandError(f"{LEDGER}: {problem.strerror}. Resten er gjort. Ret det, og kør kommandoen igen.")
        self._complain(ledger.damaged if ledger else [])
        if done.alone:
            raise CommandError(f"{done.alone} henvisninger ligger stille. {NOBODY}")

    def _tell(self, verb: str, done: Forgotten) -> None:
        self.stdout.write(f"{verb} mindet om {done.reminded} henvisninger, som ingen har rørt længe.")
        self.stdout.write(f"{verb} afsluttet {done.closed}, som stadig ligger stille.")
        self.stdout.write(f"{verb} glemt navn og noter i {done.contacts}.")
        self.stdout.write(f"{verb} glemt {done.referrals} helt.")

    def _complain(self, damaged: list[int]) -> None:
        if damaged:
            lines = ", ".join(map(str, damaged))
            raise CommandError(
                f"Linje {lines} i FORGET_LEDGER kan ikke læses. Resten er gjort. Hent filen fra en kopi."
            )
