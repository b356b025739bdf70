"""Two at once with one arrangement that somebody goes along, on a database that lets two write at once."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from referral.actions.answer_escort import answer_escort
from referral.actions.arrange_escort import move_escort
from referral.actions.changing import NotAllowed, Outdated
from referral.actions.tell_escort import remind_escorts
from referral.escorts.choices import EscortState, Help
from referral.life.choices import State
from referral.models import Escort, EscortArrangement, Referral, ReferralActivity
from tests.factories.catalogue import OrganisationFactory
from tests.integration.referral.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def arranged(case):
    """Asked of one, for the day after tomorrow."""
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.ESCORT)
    case.escort = Escort.objects.create(
        organisation=OrganisationFactory(name="A", email="a@forening.example"), helps=(Help.WALK,)
    )
    case.escort.areas.set([case.area])
    case.made = EscortArrangement.objects.create(
        entry=case.entry,
        created_at=timezone.now(),
        from_where="Ved døren",
        meets_at=timezone.now() + datetime.timedelta(days=2),
        help=Help.WALK,
        escort=case.escort,
        state=EscortState.ASSIGNED,
    )
    return case


def test_of_a_yes_and_a_change_at_once_one_wins_and_the_other_is_told(arranged):
    now, version = timezone.now(), Referral.objects.get(pk=arranged.referral.pk).version
    results = at_once(
        lambda: answer_escort(made=arranged.made, to=EscortState.CONFIRMED, by=arranged.escort, version=1, now=now),
        lambda: move_escort(
            arrangement=arranged.made, to=EscortState.PROPOSED, by=arranged.network, version=version, now=now
        ),
    )
    assert len([one for one in results if isinstance(one, EscortArrangement)]) == 1, results
    assert len([one for one in results if isinstance(one, Outdated | NotAllowed)]) == 1, results
    made = EscortArrangement.objects.get()
    assert (made.state, made.escort) in (
        (EscortState.CONFIRMED, arranged.escort),
        (EscortState.PROPOSED, None),
    )


def test_of_two_who_answer_with_the_same_link_one_is_told(arranged):
    now = timezone.now()
    results = at_once(
        *(
            lambda to=to: answer_escort(made=arranged.made, to=to, by=arranged.escort, version=1, now=now)
            for to in (EscortState.CONFIRMED, EscortState.PROPOSED)
        )
    )
    assert len([one for one in results if isinstance(one, EscortArrangement)]) == 1, results


def test_two_runs_at_once_remind_once(arranged, mailoutbox):
    noon = timezone.localtime().replace(hour=12, minute=0)
    EscortArrangement.objects.update(
        state=EscortState.CONFIRMED,
        answered_at=noon - datetime.timedelta(days=2),
        meets_at=noon + datetime.timedelta(days=1),
    )
    results = at_once(*(lambda: remind_escorts(now=noon) for _run in range(3)))
    assert sum(results) == 1
    assert len(mailoutbox) == 1
