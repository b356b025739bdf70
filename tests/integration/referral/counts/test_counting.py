"""What came of a referral is counted as it is closed, and nobody can be found in the numbers."""

from __future__ import annotations

import datetime
from itertools import combinations

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from referral.actions.close_referral import close_referral
from referral.actions.forget import forget_referral
from referral.counts.shown import LEAST, numbers_shown, safe_numbers
from referral.life.choices import CloseReason, Company, Event, ForgottenWhy, State
from referral.life.counted import Counted, counted_as, quarter_of
from referral.models import Outcome, OutcomeCount, ReferralActivity, ReferralStep
from tests.factories.catalogue import ActivityFactory
from tests.factories.referral_cases import ReferralFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)


def close(referral, by, now=NOW):
    referral.refresh_from_db()
    return close_referral(referral=referral, reason=CloseReason.ENOUGH, by=by, version=referral.version, now=now)


@pytest.mark.parametrize(
    ("state", "came", "company", "counted"),
    [
        (State.DECLINED, False, Company.RELATION, Counted.NOTHING),
        (State.NEW, False, "", Counted.NOT_COME),
        (State.ABSENT, False, Company.RELATION, Counted.NOT_COME),
        (State.STOPPED, True, Company.NOBODY, Counted.CAME),
        (State.STOPPED, True, Company.RELATION, Counted.RELATION),
        (State.GOES_ON, True, Company.ACQUAINTANCE, Counted.ACQUAINTANCE),
        (State.GOES_ON, True, "", Counted.GOES_ON),
        (State.CAME, False, Company.UNKNOWN, Counted.GOES_ON),
    ],
)
def test_counted_as(state, came, company, counted):
    assert counted_as(state, came, company) == counted


@pytest.mark.parametrize(
    ("day", "quarter"), [("2026-01-01", "2026K1"), ("2026-09-30", "2026K3"), ("2026-12-31", "2026K4")]
)
def test_quarter_of(day, quarter):
    assert quarter_of(datetime.date.fromisoformat(day)) == quarter


def test_closing_counts_each_proposal(case):
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.GOES_ON)
    ReferralStep.objects.create(referral=case.referral, entry=case.entry, event=Event.STEP, to_state=State.CAME, at=NOW)
    Outcome.objects.create(referral=case.referral, company=Company.RELATION)
    close(case.referral, case.referrer)
    found = {(row.activity_uuid, row.outcome): row.count for row in OutcomeCount.objects.all()}
    second = str(case.other_entry.activity.uuid)
    assert found == {(str(case.activity.uuid), Counted.RELATION): 1, (second, Counted.NOT_COME): 1}
    row = OutcomeCount.objects.get(outcome=Counted.RELATION)
    assert (row.area, row.quarter, row.type) == (case.area.slug, "2026K4", case.activity.type)


def test_the_same_is_counted_in_one_row(case):
    activity = ActivityFactory()
    for _number in range(3):
        close(ReferralFactory(unit=case.unit, referrer=case.referrer, activities=[activity]), case.referrer)
    assert [row.count for row in OutcomeCount.objects.all()] == [3]


def test_what_is_undone_is_not_counted(case):
    with pytest.raises(RuntimeError), transaction.atomic():
        close(case.referral, case.referrer)
        raise RuntimeError
    assert not OutcomeCount.objects.exists()


def test_the_number_stands_when_the_person_and_the_activity_are_gone(case):
    close(case.referral, case.referrer)
    before = list(OutcomeCount.objects.values())
    forget_referral(referral=case.referral, why=ForgottenWhy.values[0], now=timezone.now())
    case.activity.delete()
    assert list(OutcomeCount.objects.values()) == before


def test_nothing_in_the_row_leads_to_a_person():
    assert [field.name for field in OutcomeCount._meta.fields if field.is_relation] == []


def test_small_numbers_and_the_quarter_that_is_not_over_are_not_shown(case):
    rows = {("2026K3", Counted.CAME): 9, ("2026K3", Counted.NOTHING): 4, ("2026K4", Counted.CAME): 50}
    for (quarter, outcome), count in rows.items():
        OutcomeCount.objects.create(
            type="relationel", area="korsoer", quarter=quarter, age_span="ukendt", outcome=outcome, count=count
        )
    shown = {number.path: number.count for number in numbers_shown(NOW.date())}
    # The four could be had by taking nine from thirteen.
    assert shown == {("2026K3",): 13, ("2026K3", "relationel"): 13}


def test_a_quarter_more_tells_of_nobody_by_what_the_numbers_grow(case):
    common = {"type": "relationel", "area": "korsoer", "age_span": "ukendt"}
    for quarter, count in (("2026K2", 9), ("2026K3", 1)):
        OutcomeCount.objects.create(**common, quarter=quarter, outcome=Counted.CAME, count=count)
    before, after = (
        {number.path: number.count for number in numbers_shown(datetime.date(2026, month, 1))} for month in (7, 10)
    )
    assert before and after == before, "one more would be one person"
    OutcomeCount.objects.create(**common, quarter="2026K3", outcome=Counted.NOTHING, count=7)
    after = {number.path: number.count for number in numbers_shown(datetime.date(2026, 10, 1))}
    assert before.items() <= after.items(), "what has been shown stays as it was"
    assert {path[0] for path in after} == {"2026K2", "2026K3"}


def test_what_is_seen_is_summed_over_activities_and_ages(case, django_assert_num_queries):
    for age in ("65-74", "75-84"):
        for number in range(2):
            OutcomeCount.objects.create(
                activity_uuid=str(number),
                type="relationel",
                area="a",
                quarter="2026K1",
                age_span=age,
                outcome="kom",
                count=3,
            )
    with django_assert_num_queries(1):
        assert {number.count for number in numbers_shown(NOW.date())} == {12}


paths = st.tuples(*[st.sampled_from("ab"), st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from("ab")])


@given(st.dictionaries(paths, st.integers(1, 12), max_size=14))
def test_no_small_number_is_shown_or_can_be_had_by_subtraction(leaves):
    shown = {number.path: number.count for number in safe_numbers(leaves)}
    assert all(count >= LEAST for count in shown.values())
    for path, count in shown.items():
        beneath = [one for one in shown if len(one) == len(path) + 1 and one[: len(path)] == path]
        rest = count - sum(shown[one] for one in beneath)
        assert rest == 0 or rest >= LEAST
        if beneath and rest:
            hidden = {leaf[: len(path) + 1] for leaf in leaves if leaf[: len(path)] == path} - set(beneath)
            assert len(hidden) > 1
        for few in combinations(beneath, max(len(beneath) - 1, 0)):
            assert count - sum(shown[one] for one in few) >= LEAST
