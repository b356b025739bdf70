"""The table of steps: whole, and the same in code and in docs/referrals.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from referral.life.choices import AT_AN_END, Actor, State
from referral.life.next_dates import DAYS
from referral.life.printed import printed_table
from referral.life.table import STEPS, allows, next_states

DOCS = Path(__file__).resolve().parents[4] / "docs" / "referrals.md"


def test_docs_print_the_table_of_the_code():
    assert printed_table() in DOCS.read_text(encoding="utf-8")


def test_every_state_has_its_steps_and_its_days():
    assert set(STEPS) == set(State)
    assert set(DAYS) | set(AT_AN_END) == set(State)


def test_every_state_can_be_reached_from_a_new_referral():
    reached, ahead = {State.NEW}, [State.NEW]
    while ahead:
        for after in STEPS[ahead.pop()]:
            if after not in reached:
                reached.add(after)
                ahead.append(after)
    assert reached == set(State)


def test_no_step_leads_nowhere_and_none_back_to_new():
    for before, steps in STEPS.items():
        assert before not in steps
        assert State.NEW not in steps
        assert all(actors for actors in steps.values())


def test_those_who_follow_a_person_can_take_every_step():
    for steps in STEPS.values():
        for actors in steps.values():
            assert {Actor.NETWORK_WORKER, Actor.COORDINATOR} <= actors


@pytest.mark.parametrize(
    ("before", "after", "actor", "may"),
    [
        (State.NEW, State.RECEIVED, Actor.ORGANISATION, True),
        (State.NEW, State.RECEIVED, Actor.REFERRER, False),
        (State.NEW, State.CAME, Actor.COORDINATOR, False),
        (State.CONTACTED, State.ESCORT, Actor.REFERRER, True),
        (State.CONTACTED, State.ESCORT, Actor.ORGANISATION, False),
        (State.ABSENT, State.STOPPED, Actor.ORGANISATION, False),
        (State.DECLINED, State.CONTACTED, Actor.NETWORK_WORKER, True),
        (State.DECLINED, State.CONTACTED, Actor.ORGANISATION, False),
    ],
)
def test_who_may_take_a_step(before, after, actor, may):
    assert allows(before, after, [actor]) is may


def test_nobody_may_do_nothing():
    assert next_states(State.NEW, []) == []
