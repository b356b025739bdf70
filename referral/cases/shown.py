"""One referral as somebody may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..life.choices import AT_AN_END, Actor, ConsentKind, Event, State
from ..models import Consent, Contact, Referral, ReferralActivity, ReferralStep
from ..needs_in_words import needs_in_words
from ..policies import (
    actors_of,
    may_add,
    may_close,
    may_correct,
    may_hand_over,
    may_see_contact,
    may_set_date,
    sees_all,
    steps_for,
)
from . import words

_ESCORT = ("escort__user", "escort__organisation", "escort__unit")


@dataclass(frozen=True, slots=True)
class StepWay:
    """A step that may be taken: its button, and where it leads."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One proposed activity."""

    title: str
    organisation: str
    address: str
    state: str
    look: str
    since: datetime
    steps: list[StepWay]
    over: bool


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line of the log."""

    at: datetime
    who: str
    what: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseShown:
    """All that somebody may see of a referral. `whole` is false for an organisation, which sees its own part."""

    referral: Referral
    reference: str
    whole: bool
    overdue: bool
    contact: Contact | None
    needs: list[tuple[str, list[str]]]
    entries: list[EntryShown]
    consents: list[Consent]
    lines: list[LineShown]
    may_add: bool
    may_close: bool
    may_correct: bool
    may_say_yes: bool
    may_hand_over: bool
    may_set_date: bool
    may_follow_up: bool


def case_shown(referral: Referral, user: Any, today: date) -> CaseShown:
    """The referral for `user`, who may see it; shown by tests/integration/referral/cases/test_screens.py."""
    whole = sees_all(user, referral)
    entries = entries_for(referral, user, whole=whole)
    steps = list(referral.steps.select_related("by", "organisation", "entry", *_ESCORT).order_by("-at", "-pk"))
    has_come = any(step.to_state in (State.CAME, State.GOES_ON) for step in steps)
    standing = [one for one in referral.consents.all() if not one.withdrawn_at]
    return CaseShown(
        referral=referral,
        reference=reference_of(referral),
        whole=whole,
        overdue=referral.is_overdue(today),
        contact=getattr(referral, "contact", None) if may_see_contact(user, referral) else None,
        needs=needs_in_words(referral),
        entries=[_entry(referral, entry, user) for entry in entries],
        consents=standing,
        lines=[_line(step) for step in steps if whole or _concerns(step, entries)],
        may_add=may_add(user, referral),
        may_close=may_close(user, referral),
        may_correct=may_correct(user, referral),
        may_say_yes=may_correct(user, referral) and len(standing) < len(ConsentKind),
        may_hand_over=may_hand_over(user, referral),
        may_set_date=may_set_date(user, referral),
        may_follow_up=has_come and may_close(user, referral),
    )


def reference_of(referral: Referral) -> str:
    """What colleagues call it: the first places of its code."""
    return referral.code[:5].upper()


def entries_for(referral: Referral, user: Any, *, whole: bool) -> list[ReferralActivity]:
    """The proposals that the user sees: an organisation its own."""
    entries = list(referral.entries.all())
    for entry in entries:
        entry.referral = referral
    return [entry for entry in entries if whole or Actor.ORGANISATION in actors_of(user, referral, entry)]


def _entry(referral: Referral, entry: ReferralActivity, user: Any) -> EntryShown:
    activity = entry.activity
    return EntryShown(
        title=entry.title,
        organisation=str(entry.organisation or ""),
        address=activity.get_absolute_url() if activity and activity.live else "",
        state=words.state_words(entry),
        look=words.LOOKS.get(State(entry.state), "under-way"),
        since=timezone.localtime(entry.since),
        steps=_steps(referral, entry, user),
        over=entry.state in AT_AN_END,
    )


def _steps(referral: Referral, entry: ReferralActivity, user: Any) -> list[StepWay]:
    steps = [StepWay(words.button(entry.state, to), _way(referral, entry, to)) for to in steps_for(user, entry)]
    if referral.is_open and entry.state == State.ESCORT and sees_all(user, referral):
        steps.insert(0, StepWay(_("Se følgeskabet"), _way(referral, entry, State.ESCORT)))
    if referral.is_open and entry.state == State.ABSENT and sees_all(user, referral):
        call = reverse("noshow:call", kwargs={"code": referral.code, "position": entry.position + 1})
        steps.insert(0, StepWay(_("Ring op"), call))
    return steps


def _way(referral: Referral, entry: ReferralActivity, state: State) -> str:
    if state == State.ESCORT:
        return reverse("escorts:arrange", kwargs={"code": referral.code, "position": entry.position + 1})
    values = {"code": referral.code, "position": entry.position + 1, "state": state.value}
    return reverse("cases:step", kwargs=values)


def _concerns(step: ReferralStep, entries: list[ReferralActivity]) -> bool:
    return step.event == Event.OPENED or step.entry in entries


def _line(step: ReferralStep) -> LineShown:
    return LineShown(timezone.localtime(step.at), words.who(step), words.what(step), step.note)
