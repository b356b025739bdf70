"""What a referral's states and steps are called on a screen, and what a line of its log says."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..life.choices import AT_AN_END, CloseReason, ConsentKind, DeclineReason, Event, State
from ..models import ReferralActivity, ReferralStep

# What a button says, by the state that it leads to.
BUTTONS = {
    State.RECEIVED: gettext_lazy("Vi har modtaget den"),
    State.CONTACTED: gettext_lazy("Jeg har talt med personen"),
    State.WAITING: gettext_lazy("Personen er på venteliste"),
    State.ESCORT: gettext_lazy("Følgeskab er aftalt"),
    State.CAME: gettext_lazy("Personen kom"),
    State.ABSENT: gettext_lazy("Personen kom ikke"),
    State.GOES_ON: gettext_lazy("Personen kommer fast"),
    State.STOPPED: gettext_lazy("Personen er stoppet"),
    State.DECLINED: gettext_lazy("Det bliver ikke til noget"),
}
# What it says where nothing came of it before.
AGAIN = gettext_lazy("Prøv igen med den")
# How a state looks in a list: what needs somebody, what goes well, what is over.
LOOKS = {
    State.NEW: "needs",
    State.ABSENT: "needs",
    State.CAME: "well",
    State.GOES_ON: "well",
    State.DECLINED: "over",
    State.STOPPED: "over",
}


def button(present: str, to: State) -> str:
    """What the button of a step says, from the state that it is in now."""
    return str(AGAIN if present in AT_AN_END and to == State.CONTACTED else BUTTONS[to])


def state_words(entry: ReferralActivity) -> str:
    """How far it is; and why not, where it came to nothing."""
    words = str(State(entry.state).label)
    if entry.declined_reason:
        return f"{words}: {str(DeclineReason(entry.declined_reason).label).lower()}"
    if entry.room_at:
        return _("%(state)s: der er måske plads") % {"state": words}
    return words


def who(step: ReferralStep) -> str:
    """Whoever took the step, with the organisation they spoke for."""
    if step.by and step.organisation:
        return _("%(name)s, %(organisation)s") % {"name": step.by, "organisation": step.organisation}
    return str(step.by or step.organisation or step.escort or _("En, der ikke er her mere"))


def what(step: ReferralStep) -> str:
    """What happened, in a line."""
    if step.event == Event.STEP and step.entry:
        words = str(State(step.to_state).label)
        if step.detail in DeclineReason.values:
            words = f"{words}: {str(DeclineReason(step.detail).label).lower()}"
        return f"{step.entry.title} – {words}"
    if step.event == Event.HANDED_OVER:
        return _("Givet videre til %(name)s") % {"name": step.detail}
    if step.event == Event.ADDED:
        return _("Også henvist til %(titles)s") % {"titles": step.detail}
    if step.event == Event.NEXT_DATE:
        return _("Ny dato: %(day)s") % {"day": _day(step.detail)}
    if step.event == Event.SAID_YES:
        return _("Nyt ja: %(to)s") % {"to": _lower(ConsentKind(step.detail).label)}
    if step.event == Event.CLOSED and step.detail in CloseReason.values:
        return _("Afsluttet: %(reason)s") % {"reason": str(CloseReason(step.detail).label).lower()}
    return str(Event(step.event).label)


def _lower(label: Any) -> str:
    words = str(label)
    return words[:1].lower() + words[1:]


def _day(written: str) -> str:
    return date_format(timezone.datetime.fromisoformat(written), "j. F Y")
