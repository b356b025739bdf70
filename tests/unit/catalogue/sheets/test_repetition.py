import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.choices import NotIn
from catalogue.importing.problems import Invalid
from catalogue.sheets import repetition, times

TUESDAY = datetime.date(2026, 9, 8)
DAYS = st.lists(st.sampled_from(repetition.CODES), min_size=1, max_size=7, unique=True).map(",".join)
PLACES = st.sampled_from(["1", "2", "3", "4", "-1"])
MAIN = st.one_of(
    st.just("FREQ=DAILY"),
    st.builds(lambda days: f"FREQ=WEEKLY;BYDAY={days}", DAYS),
    st.builds(lambda n, days: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={days}", st.integers(2, 60), DAYS),
    st.builds(lambda n, day: f"FREQ=MONTHLY;BYDAY={n}{day}", PLACES, st.sampled_from(repetition.CODES)),
    st.just("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH"),
    st.just("FREQ=MONTHLY;BYDAY=2SU,4SU"),
    st.just("FREQ=WEEKLY;BYDAY=SU;BYMONTH=4,5,6"),
    st.just("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"),
    st.just("BYDAY=TU;FREQ=WEEKLY"),
)
END = st.one_of(
    st.just(""),
    st.integers(1, 500).map(lambda n: f";COUNT={n}"),
    st.dates(datetime.date(2026, 1, 1), datetime.date(2040, 1, 1)).map(lambda day: f";UNTIL={day:%Y%m%d}T235959"),
    st.just(";UNTIL=20270101"),
    st.just(";UNTIL=20270101T120000Z"),
)


@given(MAIN, END, st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 1, 1)))
def test_rule_reads_back_as_it_was(main, end, first):
    rule = main + end
    assert repetition.from_words(*repetition.in_words(rule, first), first) == rule


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("", ""),
        ("Én gang", ""),
        ("hver uge", "FREQ=WEEKLY;BYDAY=TU"),
        ("Hver 2. uge", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("hver anden tirsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("tirsdag og torsdag", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("hverdage", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("hver måned", "FREQ=MONTHLY;BYDAY=2TU"),
        ("sidste fredag i måneden", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("1. og 3. mandag i måneden", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_words_of_people(words, rule):
    assert repetition.from_words(words, "", TUESDAY) == rule


def test_common_rules_are_shown_in_words():
    assert repetition.in_words("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=8", TUESDAY) == ("hver 2. tirsdag", "8 gange")
    assert repetition.in_words("FREQ=MONTHLY;BYDAY=2SU,4SU", TUESDAY)[0] == "2. og 4. søndag i måneden"


@pytest.mark.parametrize("words", ["nu og da", "hver 2. dag", "ulige uger"])
def test_other_words_are_refused_with_an_example(words):
    with pytest.raises(Invalid, match="hver 2. tirsdag"):
        repetition.from_words(words, "", TUESDAY)


LINES = st.builds(
    lambda begins, minutes, main, end, days, not_in: {
        "dtstart": begins.isoformat(),
        "minutes": minutes,
        "rrule": main + end if main else "",
        "exdates": sorted(day.isoformat() for day in days),
        "not_in": [name for name in NotIn.values if name in not_in],
    },
    st.datetimes(datetime.datetime(2026, 1, 1), datetime.datetime(2030, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.integers(1, 20160),
    st.one_of(st.just(""), MAIN),
    END,
    st.sets(st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 1, 1)), max_size=4),
    st.sets(st.sampled_from(NotIn.values)),
)


@given(st.lists(LINES, max_size=4))
def test_schedule_reads_back_as_it_was(lines):
    found, errors = times.read(times.printed(lines))
    assert errors == {}
    assert found == lines


def test_past_midnight():
    line, errors = times.read({"first": TUESDAY, "from": "22", "to": "1.30"})
    assert errors == {}
    assert line[0]["minutes"] == 210


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ({"from": "10", "to": "12"}, "first"),
        ({"first": "8/9-2026", "to": "12"}, "from"),
        ({"first": "8/9-2026", "from": "10"}, "to"),
        ({"first": "8/9-2026", "from": "10", "to": "12", "repeats": "tit"}, "repeats"),
        ({"first": "8/9-2026", "from": "10", "to": "12", "repeats": "hver uge", "ends": "snart"}, "ends"),
        ({"first": "8/9-2026", "from": "10", "to": "12", "without": "jul"}, "without"),
    ],
)
def test_what_is_wrong_is_told_of_its_column(cells, part):
    assert list(times.read(cells)[1]) == [part]
