"""Activities that are never saved, and drawn rules and exceptions for them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from catalogue.models import Activity, Area, DateException, Organisation, Schedule, Venue

MADE = datetime(2026, 8, 1, 12, tzinfo=UTC)
CHANGED = datetime(2026, 11, 1, 12, 0, 30, tzinfo=UTC)


def activity(schedules: Iterable[Schedule] = (), exceptions: Iterable[DateException] = (), **changes) -> Activity:
    """A live activity at a place, last changed on 1 November 2026."""
    organisation = Organisation(name="Foreningen", slug="foreningen", phone="00 11 22 33", updated_at=MADE)
    venue = Venue(
        name="Huset",
        slug="huset",
        address="Gaden 1",
        postcode="4220",
        area=Area(name="Korsør", slug="korsoer"),
        latitude=55.33,
        longitude=11.14,
        updated_at=MADE,
    )
    values = {
        "title": "Kaffe",
        "slug": "kaffe",
        "summary": "Kom og drik kaffe.",
        "type": "relationel",
        "signup": "ingen",
        "status": "aktiv",
        "uuid": uuid.UUID(int=7),
        "organisation": organisation,
        "venue": venue,
        "created_at": MADE,
        "updated_at": CHANGED,
    }
    made = Activity(**(values | changes))
    made.schedules = list(schedules)
    made.date_exceptions = list(exceptions)
    return made


def monday(**changes) -> Schedule:
    """Every Monday at 10 for two hours, from 7 September 2026."""
    values = {"starts_on": date(2026, 9, 7), "starts_at": time(10), "minutes": 120, "rrule": "FREQ=WEEKLY;BYDAY=MO"}
    return Schedule(**(values | changes))


DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STARTS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
# Few clocks, so that rules meet; none in the hours that the change of clocks takes or gives.
CLOCKS = st.sampled_from([time(0, 30), time(10), time(14, 15), time(19, 30), time(23)])
LENGTHS = st.sampled_from([30, 60, 120, 480])


def _bounds(until: datetime) -> st.SearchStrategy[str]:
    texts = [f";UNTIL={until:%Y%m%d}", f";UNTIL={until:%Y%m%dT%H%M%S}", f";UNTIL={until:%Y%m%dT%H%M%S}Z"]
    return st.sampled_from(["", "", *texts]) | st.integers(1, 40).map(lambda count: f";COUNT={count}")


BOUNDS = st.datetimes(datetime(2026, 9, 1), datetime(2027, 12, 1)).flatmap(_bounds)
INTERVALS = st.sampled_from(["", "", ";INTERVAL=2", ";INTERVAL=3"])
DAY_SETS = st.sets(st.sampled_from(DAYS), min_size=1, max_size=3).map(lambda days: ";BYDAY=" + ",".join(sorted(days)))
NTH_DAYS = st.tuples(st.sampled_from([1, 2, 3, 4, -1]), st.sampled_from(DAYS)).map(
    lambda pair: f";BYDAY={pair[0]}{pair[1]}"
)
MONTH_DAYS = st.sampled_from([";BYMONTHDAY=1", ";BYMONTHDAY=15,31", ";BYMONTHDAY=-1"])
MONTHS = st.sampled_from(["", "", ";BYMONTH=3,10", ";BYMONTH=9"])
REPEATS = st.one_of(
    st.builds("FREQ=DAILY{}{}{}".format, INTERVALS, st.sampled_from(["", ";BYDAY=MO,WE,FR"]), MONTHS),
    st.builds("FREQ=WEEKLY{}{}{}".format, INTERVALS, st.just("") | DAY_SETS, st.sampled_from(["", ";WKST=SU"])),
    st.builds("FREQ=MONTHLY{}{}".format, INTERVALS, st.just("") | NTH_DAYS | MONTH_DAYS),
    st.builds("FREQ=YEARLY{}{}".format, st.just(""), st.just("") | st.just(";BYMONTH=4;BYDAY=2SU")),
)
# Rules that catalogues rarely hold and programs read differently.
RARE = st.sampled_from(
    [
        "FREQ=YEARLY;BYWEEKNO=20,44",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=TU",
        "FREQ=YEARLY;BYYEARDAY=100,-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=WEEKLY;BYDAY=MO;BYMONTH=10,11",
    ]
)


@st.composite
def schedules(draw: st.DrawFn, repeats: st.SearchStrategy[str] = REPEATS) -> Schedule:
    """A line of a schedule; dates are left out of it here and there."""
    starts_on = draw(STARTS)
    rrule = draw(st.just("") | st.builds("{}{}".format, repeats, BOUNDS))
    exdates = draw(st.sets(st.dates(starts_on, starts_on + timedelta(days=60)), max_size=20)) if rrule else set()
    return Schedule(
        starts_on=starts_on,
        starts_at=draw(CLOCKS),
        minutes=draw(LENGTHS),
        rrule=rrule,
        exdates=tuple(sorted(exdates)),
    )


@st.composite
def exceptions(draw: st.DrawFn, days: list[date]) -> DateException:
    """A cancelled or moved date, most often one of `days`."""
    day = draw(st.sampled_from(days) if days else STARTS)
    made = DateException(original_date=day, reason="Frost", original_time=draw(st.none() | CLOCKS))
    made.kind = draw(st.sampled_from(["aflyst", "flyttet"]))
    if made.kind == "flyttet":
        made.moved_to_date = day + timedelta(days=draw(st.integers(-3, 20)))
        made.moved_to_time = draw(st.none() | CLOCKS)
        made.minutes = draw(st.none() | LENGTHS)
    return made
