"""The list: mine and my team's, narrowed by what needs somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from catalogue.scopes import reach_of

from ..life.choices import State
from ..models import Referral
from ..permissions import COORDINATE, FOLLOW, REFER, holds
from ..querysets import ReferralQuerySet
from . import words
from .keepers import owner_words
from .search import matching
from .shown import reference_of

ON_A_PAGE = 25
# What the list may be narrowed to, by what stands in the address.
SHOWN = {
    "": _("Åbne"),
    "forsinkede": _("Forsinkede"),
    "mine": _("Mine"),
    "nye": _("Nye"),
    "venter": _("På venteliste"),
    "udeblev": _("Kom ikke"),
    "afsluttede": _("Afsluttede"),
}
NOTHING = {
    "": _("Der er ingen åbne henvisninger."),
    "forsinkede": _("Ingen er forsinkede. Godt gået."),
    "mine": _("Du har ikke ansvar for nogen henvisninger lige nu."),
    "nye": _("Alle henvisninger er modtaget."),
    "venter": _("Ingen står på venteliste."),
    "udeblev": _("Alle, der skulle være kommet, er kommet."),
    "afsluttede": _("Ingen henvisninger er afsluttet endnu."),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to narrow the list, and how many that leaves."""

    words: str
    address: str
    count: int
    chosen: bool
    alarming: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One referral in the list: nothing in it says who the person is."""

    code: str
    reference: str
    area: str
    age: str
    unit: str
    owner: str
    mine: bool
    next_on: date | None
    overdue: bool
    closed: bool
    room: bool
    entries: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Listing:
    """The page of the list. `previous` and `next` are addresses, or empty.

    `count` is how many there are on all its pages; `elsewhere` are the other tabs that what was asked for is found in.
    """

    tabs: list[Tab]
    rows: list[Row]
    asked: str
    count: int
    elsewhere: list[Tab]
    nothing: str
    previous: str
    next: str


def listing_for(user: Any, shown: str, page: str, today: date, asked: str = "") -> Listing:
    """What the user sees of it; five queries, whatever the length: tests/integration/referral/cases/test_weight.py."""
    shown = shown if shown in SHOWN else ""
    whole = any(holds(user, permission) for permission in (REFER, FOLLOW, COORDINATE))
    seen = matching(Referral.objects.visible_to(user), asked, user, whole=whole)
    counts = _counts(seen, user, today)
    rows = _narrowed(seen, user, shown, today).for_list()
    paginator = Paginator(rows, ON_A_PAGE, allow_empty_first_page=True)
    paginator.count = counts[shown]  # counted already
    leaf = paginator.get_page(page)
    tabs = [_tab(value, counts[value], shown, asked) for value in SHOWN]
    return Listing(
        tabs=tabs,
        rows=[_row(referral, user, today, whole=whole) for referral in leaf],
        asked=asked,
        count=counts[shown],
        elsewhere=[tab for tab in tabs if asked and tab.count and not tab.chosen],
        nothing=str(NOTHING[shown]),
        previous=_address(shown, leaf.previous_page_number(), asked) if leaf.has_previous() else "",
        next=_address(shown, leaf.next_page_number(), asked) if leaf.has_next() else "",
    )


def _narrowed(seen: ReferralQuerySet, user: Any, shown: str, today: date) -> ReferralQuerySet:
    if shown == "afsluttede":
        return seen.closed().order_by("-closed_at", "-pk")
    narrow = {
        "": lambda: seen.open(),
        "forsinkede": lambda: seen.overdue(today),
        "mine": lambda: seen.open().owned_by(user),
        "nye": lambda: seen.open().in_state(State.NEW),
        "venter": lambda: seen.open().in_state(State.WAITING),
        "udeblev": lambda: seen.open().in_state(State.ABSENT),
    }
    # Where there may be room at last, nobody waits for the date.
    return narrow[shown]().with_room_first()


def _counts(seen: ReferralQuerySet, user: Any, today: date) -> dict[str, int]:
    is_open = Q(closed_at__isnull=True)
    by_state = {"nye": State.NEW, "venter": State.WAITING, "udeblev": State.ABSENT}
    counted = seen.order_by().aggregate(
        all=Count("pk", filter=is_open),
        forsinkede=Count("pk", filter=is_open & Q(next_on__lt=today)),
        mine=Count("pk", filter=is_open & Q(owner=user.pk)),
        afsluttede=Count("pk", filter=~is_open),
        **{
            name: Count("pk", filter=is_open & Q(pk__in=Referral.objects.in_state(state).values("pk")))
            for name, state in by_state.items()
        },
    )
    return {"": counted.pop("all"), **counted}


def _tab(value: str, count: int, shown: str, asked: str) -> Tab:
    return Tab(
        words=str(SHOWN[value]),
        address=_address(value, 1, asked),
        count=count,
        chosen=value == shown,
        alarming=value in ("forsinkede", "udeblev") and count > 0,
    )


def _address(shown: str, page: int, asked: str) -> str:
    kept = {"q": asked, "vis": shown, "side": str(page) if page > 1 else ""}
    return f"?{urlencode({name: value for name, value in kept.items() if value})}"


def _row(referral: Referral, user: Any, today: date, *, whole: bool) -> Row:
    theirs = [entry for entry in referral.entries.all() if whole or _is_theirs(entry, user)]
    return Row(
        code=referral.code,
        reference=reference_of(referral),
        area=referral.area.name,
        age=str(referral.get_age_span_display()),
        unit=referral.unit.name,
        owner=owner_words(referral.owner),
        mine=referral.owner_id == user.pk,
        next_on=referral.next_on,
        overdue=referral.is_overdue(today),
        closed=not referral.is_open,
        room=any(entry.room_at for entry in theirs),
        entries=[
            (entry.title, str(State(entry.state).label), words.LOOKS.get(State(entry.state), "under-way"))
            for entry in theirs
        ],
    )


def _is_theirs(entry: Any, user: Any) -> bool:
    return entry.organisation_id in reach_of(user).organisations
