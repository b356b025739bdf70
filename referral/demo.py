"""Example referrals, to try the screens with: invented people, and every state of a referral's life."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from .demo_people import AREA, PEOPLE
from .life.choices import CloseReason, ConsentKind, DeclineReason, State, UnitKind, Way
from .needs import Needs

if TYPE_CHECKING:
    from catalogue.models import Activity

    from .models import Referral

UNIT = "Hjemmesygeplejen i Korsør"
FRONT_LINE, NETWORK = "frontpersonale@kommune.example", "netvaerk@kommune.example"
NAMES = ("Gudrun", "Erik", "Inger", "Svend", "Kirsten", "Mogens", "Birthe", "Poul", "Aase", "Finn")
_TALKED = (State.RECEIVED, State.CONTACTED)
# How far each of the thirty is; the last state is the present one.
LIVES: tuple[tuple[tuple[State, ...], int], ...] = (
    ((), 1),
    ((), 2),
    ((), 5),
    ((), 9),
    ((State.RECEIVED,), 2),
    ((State.RECEIVED,), 3),
    ((State.RECEIVED,), 12),
    (_TALKED, 4),
    (_TALKED, 5),
    (_TALKED, 6),
    (_TALKED, 8),
    (_TALKED, 25),
    ((State.RECEIVED, State.WAITING), 6),
    ((State.RECEIVED, State.WAITING), 20),
    ((State.RECEIVED, State.WAITING), 45),
    ((*_TALKED, State.ESCORT), 5),
    ((*_TALKED, State.ESCORT), 7),
    ((*_TALKED, State.ABSENT), 7),
    ((*_TALKED, State.ABSENT), 14),
    ((*_TALKED, State.CAME), 10),
    ((*_TALKED, State.CAME), 14),
    ((*_TALKED, State.CAME), 21),
    ((*_TALKED, State.ESCORT, State.CAME), 18),
    ((*_TALKED, State.CAME, State.GOES_ON), 30),
    ((*_TALKED, State.CAME, State.GOES_ON), 38),
    ((*_TALKED, State.CAME, State.STOPPED), 28),
    ((State.DECLINED,), 4),
    ((*_TALKED, State.DECLINED), 9),
    ((*_TALKED, State.CAME, State.GOES_ON), 60),
    ((*_TALKED, State.CAME, State.GOES_ON), 75),
)
CLOSED = (28, 29)


@dataclass(frozen=True, slots=True)
class _People:
    front_line: Any
    network: Any


def load_referrals() -> None:
    """A unit and thirty referrals for the example's users; nothing where the unit is there already."""
    from accounts.models import User
    from catalogue.models import Area

    from .models import Unit, UnitMember

    area = Area.objects.filter(slug=AREA).first()
    people = _People(*(User.objects.filter(email=mail).first() for mail in (FRONT_LINE, NETWORK)))
    if not (area and people.front_line and people.network) or Unit.objects.filter(name=UNIT).exists():
        return
    unit = Unit.objects.create(name=UNIT, kind=UnitKind.NURSING, area=area)
    UnitMember.objects.create(unit=unit, user=people.front_line)
    _escorts(unit, people)
    random = Random(31)  # noqa: S311  # the same example every time
    found = _found(PEOPLE)
    for place, (life, days) in enumerate(LIVES):
        needs = PEOPLE[place % len(PEOPLE)]
        chosen = found[needs][: 1 + place % 3]
        if chosen:
            _one(place, life, days, needs, chosen, people, random)


def _found(people: Sequence[Needs]) -> dict[Needs, list[Activity]]:
    """What a professional would propose to each: the finder's best, where there is somebody to answer."""
    from .finder.propose import Finder

    finder = Finder.at(timezone.now())
    return {needs: [one.activity for one in finder.propose(needs) if one.activity.organisation_id] for needs in people}


def _escorts(unit: Any, people: _People) -> None:
    """Three who can go along: the unit, the network worker, and an association with a car."""
    from catalogue.models import Organisation

    from .actions.save_escort import save_escort
    from .escorts.choices import FreeTime, Help

    mornings = [time.value for time in FreeTime if time.value.endswith("f")]
    drivers = Organisation.objects.filter(slug__contains="korsoer").order_by("slug").first()
    save_escort(who=unit, areas=[unit.area], helps=[Help.WALK], free=mornings[:5], by=people.front_line)
    save_escort(
        who=people.network, areas=[unit.area], helps=[Help.WALK, Help.BUS, Help.STAY], free=[], by=people.network
    )
    if drivers:
        save_escort(who=drivers, areas=[unit.area], helps=[Help.DRIVE], free=mornings[1:4], by=people.network)


def _one(
    place: int,
    life: tuple[State, ...],
    days: int,
    needs: Needs,
    activities: list[Activity],
    people: _People,
    random: Random,
) -> None:
    from .actions.close_referral import close_referral
    from .actions.hand_over import hand_over
    from .actions.open_referral import open_referral
    from .models import Unit

    unit = Unit.objects.select_related("area").get(name=UNIT)
    begun = timezone.now() - timedelta(days=days, hours=place % 7)
    wants_contact = place % 3 != 0
    referral = open_referral(
        activities=activities,
        unit=unit,
        area=unit.area,
        needs=needs,
        consents=[ConsentKind.REFERRED, ConsentKind.CONTACTED] if wants_contact else [ConsentKind.REFERRED],
        contact=_contact(place, random) if wants_contact else None,
        note="Vil helst begynde stille og roligt." if place % 4 == 0 else "",
        by=people.front_line,
        now=begun,
    )
    if life and place % 2:
        referral = hand_over(
            referral=referral, to=people.network, by=people.front_line, version=referral.version, now=begun
        )
    referral = _live(referral, life, begun, days, people.network)
    if life and life[-1] == State.ESCORT:
        _arrange(referral, place, people.network)
    if place in CLOSED:
        close_referral(
            referral=referral,
            reason=CloseReason.GOES_ON,
            by=people.network,
            version=referral.version,
            now=timezone.now() - timedelta(days=3),
        )


def _arrange(referral: Referral, place: int, by: Any) -> None:
    """Somebody is asked to go along in some days: by turns the network worker, who can answer, and the unit."""
    from .actions.arrange_escort import arrange_escort
    from .escorts.choices import Help
    from .models import Escort

    who = {"user": by} if place % 2 else {"unit": referral.unit}
    ahead = timezone.localtime() + timedelta(days=place % 4 + 1)
    arrange_escort(
        entry=referral.entries.get(state=State.ESCORT),
        from_where="Ved personens dør.",
        meets_at=ahead.replace(hour=13, minute=30, second=0, microsecond=0),
        help_=Help.WALK,
        by=by,
        version=referral.version,
        now=timezone.now(),
        escort=Escort.objects.get(**who),
    )


def _live(referral: Referral, life: tuple[State, ...], begun: datetime.datetime, days: int, by: Any) -> Referral:
    """The first activity goes through its life; the others are not chosen, once somebody has spoken with the person."""
    from .actions.step_referral import step_referral

    first, *others = referral.entries.all()
    steps = [(first, state) for state in life]
    if State.CONTACTED in life:
        steps += [(other, State.DECLINED) for other in others]
    for number, (entry, state) in enumerate(steps, start=1):
        referral = step_referral(
            entry=entry,
            to=state,
            by=by,
            version=referral.version,
            now=begun + timedelta(days=days * number / (len(steps) + 1)),
            reason=DeclineReason.NOT_WANTED if state == State.DECLINED else "",
        )
    return referral


def _contact(place: int, random: Random) -> dict[str, str]:
    return {
        "first_name": NAMES[place % len(NAMES)],
        "phone": f"58 00 {random.randint(10, 99)} {random.randint(10, 99)}",
        "address": "",
        "way": Way.PHONE,
    }
