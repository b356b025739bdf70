"""The calendar's page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.programme.days import Day, Entry, day_heading, days_between
from catalogue.programme.weeks import week_heading
from catalogue.queries.areas import Kommune
from catalogue.recurrence import wall_clock
from catalogue.recurrence.words import sentence, weekday_name

from ..answering.facets import facets
from ..presenters.addresses import Addresses
from ..presenters.chips import ChipLink, chosen
from ..query import SearchQuery
from ..results import SearchResults
from ..understanding.store import get_knowledge
from .finding import Happening
from .period import Period, View

# How much of a day is shown; the rest is on the day's own page.
SHOWN = {View.DAY: 400, View.WEEK: 20, View.MONTH: 3}


@dataclass(frozen=True, slots=True)
class Tab:
    """A period to choose."""

    words: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day as it is shown: what there is room for, and the way to the rest."""

    day: Day
    entries: tuple[Entry, ...]
    rest_words: str
    address: str
    today: bool


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Everything the page shows."""

    title: str
    heading: str
    view: str
    count_words: str
    notices: list[str]
    tabs: list[Tab]
    previous: Tab | None
    next: Tab | None
    weekdays: list[str]
    days: list[CalendarDay]
    is_empty: bool
    chips: list[ChipLink]
    everywhere: str
    area: str
    hidden: list[tuple[str, str]]
    kommuner: list[Kommune]
    listed: str
    address: str


@dataclass(frozen=True, slots=True)
class CalendarAddresses(Addresses):
    """Addresses of the calendar for a question, in one period."""

    period: Period | None = None
    today: date | None = None

    @property
    def page(self) -> str:
        return reverse("search:days")

    def of(self, query: SearchQuery) -> str:
        period = self.period.parameters(self.today) if self.period and self.today else []
        pairs = [*period, *query.parameters()]
        return f"{self.page}?{urlencode(pairs)}" if pairs else self.page


def calendar_page(
    query: SearchQuery,
    period: Period,
    found: Happening,
    kommuner: list[Kommune],
    now: datetime,
    names: Mapping[str, str],
) -> CalendarPage:
    """The calendar of a question in a period, as it is at `now` (aware)."""
    today = wall_clock(now).date()
    query = query.but(date_from=None, date_to=None, sort=SearchQuery().sort)

    def at(other: Period) -> CalendarAddresses:
        return CalendarAddresses(period=other, today=today)

    days = days_between(found.activities, max(period.first, today), period.last, now)
    heading = _heading(period, today)
    total = sum(not entry.cancelled for day in days for entry in day.entries)
    before, after = period.previous(today), period.next(today)
    known = SearchResults(query, (), 0, facets=facets(query, {}, get_knowledge()))
    chips = chosen(known, at(period), names, frozenset({"omraade"}) if len(query.areas) == 1 else frozenset())
    if query.text:
        chips.insert(0, ChipLink(query.text, at(period).of(query.but(text=""))))
    return CalendarPage(
        title=_("Kalender: %(period)s") % {"period": heading},
        heading=heading,
        view=str(period.view),
        count_words=ngettext("1 ting at tage til", "%(n)d ting at tage til", total) % {"n": total}
        if total
        else _("Der sker ikke noget her"),
        notices=_notices(period, found),
        tabs=_tabs(query, period, today),
        previous=_step(before, _("Forrige"), query, today),
        next=_step(after, _("Næste"), query, today),
        weekdays=[sentence(weekday_name(number)) for number in range(7)],
        days=[_day(day, period, query, today) for day in days if day.entries or period.view == View.MONTH],
        is_empty=not any(day.entries for day in days),
        chips=chips,
        everywhere=at(period).of(SearchQuery()) if not query.is_empty else "",
        area=query.areas[0] if len(query.areas) == 1 else "",
        hidden=[*period.parameters(today), *((name, value) for name, value in query.parameters() if name != "omraade")],
        kommuner=kommuner,
        listed=Addresses().of(query.but(date_from=max(period.first, today), date_to=period.last)),
        address=reverse("search:days"),
    )


def _heading(period: Period, today: date) -> str:
    if period.view == View.DAY:
        return day_heading(period.first, today)
    if period.view == View.WEEK:
        return week_heading(period.first, today)
    return sentence(format_date(period.first, "F Y"))


def _notices(period: Period, found: Happening) -> list[str]:
    notices = []
    if not period.understood:
        notices.append(_("De dage har vi ikke i kalenderen. Her er det nærmeste, vi har."))
    if not found.complete:
        notices.append(_("Der er for meget til at vise det hele. Vælg et sted eller en kortere tid."))
    if found.degraded:
        notices.append(_("Kalenderen er enklere lige nu, så noget kan mangle. Ring endelig, hvis du er i tvivl."))
    return notices


def _tabs(query: SearchQuery, period: Period, today: date) -> list[Tab]:
    tomorrow = today + timedelta(days=1)
    offered = [
        (_("I dag"), Period.around(View.DAY, today)),
        (_("I morgen"), Period.around(View.DAY, tomorrow)),
        (_("Denne uge"), Period.around(View.WEEK, today)),
        (_("Hele måneden"), Period.around(View.MONTH, max(period.first, today))),
    ]
    return [_tab(words, other, query, today, period) for words, other in offered]


def _tab(words: str, other: Period, query: SearchQuery, today: date, period: Period) -> Tab:
    address = CalendarAddresses(period=other, today=today).of(query)
    return Tab(words, address, (other.view, other.first) == (period.view, period.first))


def _step(other: Period | None, words: str, query: SearchQuery, today: date) -> Tab | None:
    if other is None:
        return None
    named = {View.DAY: _("dag"), View.WEEK: _("uge"), View.MONTH: _("måned")}[other.view]
    return Tab(f"{words} {named}", CalendarAddresses(period=other, today=today).of(query), chosen=False)


def _day(day: Day, period: Period, query: SearchQuery, today: date) -> CalendarDay:
    shown = SHOWN[period.view]
    rest = max(0, len(day.entries) - shown)
    return CalendarDay(
        day=day,
        entries=day.entries[:shown],
        rest_words=ngettext("og 1 mere", "og %(n)d mere", rest) % {"n": rest} if rest else "",
        address=CalendarAddresses(period=Period.around(View.DAY, day.date), today=today).of(query),
        today=day.date == today,
    )
