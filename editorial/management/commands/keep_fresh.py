"""`manage.py keep_fresh`: ask the organisations whether their entries are still right, and act on silence."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from catalogue.models import Organisation
from editorial.freshness.ladder import Done, Plan, plan, run
from editorial.freshness.tasks import keep_fresh


class Command(BaseCommand):
    help = "Ask organisations whether what nobody has confirmed for long is still right; remind them; hide the rest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say whom it would write to, and do nothing")
        parser.add_argument("--organisation", action="append", metavar="SLUG", help="only this organisation")
        parser.add_argument("--enqueue", action="store_true", help="leave it to the worker (django-tasks)")

    def handle(self, *args: Any, **options: Any) -> None:
        organisations = self._organisations(options["organisation"])
        if options["enqueue"]:
            if options["dry_run"] or organisations is not None:
                raise CommandError("--enqueue kan ikke bruges sammen med --dry-run eller --organisation.")
            keep_fresh.enqueue()
            self.stdout.write("Opgaven er sat i kø.")
        elif options["dry_run"]:
            self._tell_plan(plan(timezone.now(), organisations))
        else:
            done = run(timezone.now(), organisations)
            self._tell_done(done)
            if done.posted.away:
                raise CommandError(
                    f"Mailserveren svarer ikke ({done.posted.away}). Brevene venter og bliver sendt næste gang."
                )

    def _organisations(self, slugs: list[str] | None) -> list[int] | None:
        if not slugs:
            return None
        found = dict(Organisation.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        unknown = sorted(set(slugs) - found.keys())
        if unknown:
            raise CommandError(f"Der er ingen arrangør med adressen {', '.join(unknown)}. Se den i /arrangoerer/…/.")
        return list(found.values())

    def _tell_plan(self, planned: Plan) -> None:
        say = self.stdout.write
        say("Prøve: intet er ændret eller sendt.")
        for organisation, due, to in planned.ask:
            say(f"Ville skrive til {organisation.name} <{', '.join(to)}> om {_entries(due)}.")
        for organisation, to in planned.remind:
            say(f"Ville minde {organisation.name} <{', '.join(to)}> om det, med kopi til redaktøren.")
        for organisation, kind in planned.waiting:
            say(f"Venter på at blive sendt til {organisation.name}: {kind.lower()}.")
        for title in planned.hide:
            say(f"Ville skjule {title}.")
        self._tell_unreachable(planned.unreachable)
        counts = (len(planned.ask), len(planned.remind), len(planned.waiting), len(planned.hide))
        say("I alt. Breve: {}. Påmindelser: {}. Venter: {}. Skjules: {}.".format(*counts))

    def _tell_done(self, done: Done) -> None:
        self._tell_unreachable(done.unreachable)
        posted = done.posted
        for name in posted.without_address:
            self.stdout.write(f"{name} har fået et brev skrevet, men har ingen mailadresse mere.")
        self.stdout.write(
            f"Nye breve: {done.asked}. Påmindelser: {done.reminded}. Skjult: {done.hidden}. "
            f"Besvaret siden sidst: {done.closed}. Sendt: {posted.sent}. Afvist: {posted.refused}. "
            f"Venter: {posted.waiting}."
        )

    def _tell_unreachable(self, names: list[str]) -> None:
        for name in names:
            self.stdout.write(f"{name} har ingen mailadresse. Skriv en under Friskhed, eller ring.")


def _entries(count: int) -> str:
    return "1 aktivitet" if count == 1 else f"{count} aktiviteter"
