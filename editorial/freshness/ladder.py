"""One run of the whole ladder: close what has been answered, ask, remind, hide, and send what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from catalogue.models import Organisation

from ..choices import LetterKind
from .actions.forget import forget_rounds
from .actions.hide import hide_entries
from .actions.rounds import close_rounds, open_rounds, write_reminders
from .actions.send import Posted, send_letters, waiting_letters
from .addresses import addresses_of
from .due import ToAsk, to_ask, to_hide, to_remind


@dataclass(slots=True)
class Plan:
    """What a run would do now. `unreachable` are organisations with entries that are due and nobody to write to."""

    ask: list[tuple[Organisation, int, list[str]]] = field(default_factory=list)
    remind: list[tuple[Organisation, list[str]]] = field(default_factory=list)
    waiting: list[tuple[Organisation, str]] = field(default_factory=list)
    hide: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Done:
    """What a run has done."""

    closed: int = 0
    asked: int = 0
    reminded: int = 0
    hidden: int = 0
    unreachable: list[str] = field(default_factory=list)
    posted: Posted = field(default_factory=Posted)


def plan(now: datetime, organisations: Iterable[int] | None = None) -> Plan:
    """Whom a run would write to and what it would hide; nothing is changed or sent."""
    asked, unreachable, addresses = _reachable(to_ask(now, organisations))
    rounds = list(to_remind(now, organisations).select_related("organisation").order_by("organisation__name"))
    reminded = addresses_of([one.organisation for one in rounds])
    letters = waiting_letters(now).select_related("round__organisation").order_by("pk")
    if organisations is not None:
        letters = letters.filter(round__organisation__in=list(organisations))
    hidden = to_hide(now, organisations).select_related("activity__organisation").order_by("activity__title")
    return Plan(
        ask=[(one.organisation, len(one.due), addresses[one.organisation.pk]) for one in asked],
        remind=[(one.organisation, reminded[one.organisation_id]) for one in rounds],
        waiting=[(one.round.organisation, str(LetterKind(one.kind).label)) for one in letters],
        hide=[f"{one.activity.title} ({one.activity.organisation.name})" for one in hidden],
        unreachable=unreachable,
    )


def run(now: datetime, organisations: Iterable[int] | None = None) -> Done:
    """Do what is due. To run again at once does nothing more; two runs at once do it once."""
    organisations = None if organisations is None else list(organisations)
    done = Done(closed=close_rounds(now=now))
    asked, done.unreachable, _addresses = _reachable(to_ask(now, organisations))
    done.asked = open_rounds(asked=asked, now=now)
    done.reminded = write_reminders(rounds=list(to_remind(now, organisations)), now=now)
    done.hidden = hide_entries(questions=list(to_hide(now, organisations).values_list("pk", flat=True)), now=now)
    letters = waiting_letters(now)
    if organisations is not None:
        letters = letters.filter(round__organisation__in=organisations)
    done.posted = send_letters(now=now, letters=letters)
    forget_rounds(now=now)
    return done


def _reachable(asked: list[ToAsk]) -> tuple[list[ToAsk], list[str], dict[int, list[str]]]:
    """Those with an address; the names of the others; and the addresses."""
    addresses = addresses_of([one.organisation for one in asked])
    there = [one for one in asked if addresses[one.organisation.pk]]
    return there, [one.organisation.name for one in asked if not addresses[one.organisation.pk]], addresses
