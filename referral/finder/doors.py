"""What an offer asks of whoever comes: age, referrer, need, time, and a place left."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalogue.choices import Character, Delivery, SignUp

from ..choices import Barrier, Miss
from . import weights
from .barriers import Case

NEW_HERE = {"nye danskere", "flygtninge"}


def judge_doors(case: Case) -> None:
    """Age limits, who may propose it, what it is a means to, when, and whether there is room."""
    facts, needs = case.facts, case.needs
    found = case.found
    if needs.age is not None:
        if facts.age_min is not None and needs.age < facts.age_min:
            found.conflicts.append("age")
        if facts.age_max is not None and needs.age > facts.age_max:
            found.conflicts.append("age")
    if needs.referrer not in facts.referrers:
        found.conflicts.append("referrer")
    elif facts.signup == SignUp.REFERRAL:
        found.add("door", weights.OPENS_BY_REFERRAL, _("du kan henvise hertil"))
    _service(case)
    _when(case)
    _room(case)


def _service(case: Case) -> None:
    """What is only a means: an escort and a lift are for those who need one, a language meeting for those who learn."""
    facts, needs = case.facts, case.needs
    if facts.character == Character.EXPERIENCE and Miss.GETTING_OUT not in needs.misses:
        case.found.add("once", weights.ONCE)
    if "sprog" in facts.interests and "sprog" not in needs.likes and not case.groups & facts.target_groups & NEW_HERE:
        case.found.add("sprog", weights.TO_LEARN_DANISH)
    if facts.is_escort:
        _escort(case)
    if facts.is_driving:
        wanted = needs.has(Barrier.NO_TRANSPORT) or needs.has(Barrier.WALKS_SHORT)
        case.found.add("service", weights.HELPS if wanted else weights.SERVICE_NOT_NEEDED)


def _escort(case: Case) -> None:
    needs, named = case.needs, case.facts.calls_itself_escort
    if needs.has(Barrier.NOT_ALONE):
        case.found.add("service", weights.ESCORT_NEEDED if named else 0.0)
    elif Miss.HELP not in needs.misses:
        case.found.add("service", weights.SERVICE_NOT_NEEDED)
    elif named:
        case.found.add("service", weights.OTHER_HELP)


def _when(case: Case) -> None:
    facts, wanted = case.facts, set(case.needs.when)
    if not wanted or facts.by_appointment or not facts.goes_out and Delivery.ONLINE not in facts.delivery:
        return
    if not facts.when & wanted:
        case.found.conflicts.append("when")
    else:
        case.found.add("when", weights.SUITS, _("det passer med tiden"))


def _room(case: Case) -> None:
    facts = case.facts
    if facts.places_left == 0:
        case.found.add("room", weights.FULL)
        case.found.question(_("Hvornår bliver der plads?"))
    if facts.starts_in is not None and facts.starts_in.days > 75:
        case.found.add("room", weights.FAR_OFF)
    elif facts.starts_in is not None and facts.starts_in.days < 15:
        case.found.add("room", weights.FIRST_DATE_SOON)
