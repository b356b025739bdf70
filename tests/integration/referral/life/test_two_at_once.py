"""Two people with the same referral at the same moment, on a database that lets two write at once."""

from __future__ import annotations

import pytest
from django.utils import timezone

from referral.actions.changing import Outdated
from referral.actions.close_referral import close_referral
from referral.actions.step_referral import step_referral
from referral.life.choices import CloseReason, State
from referral.models import Referral
from tests.integration.referral.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_one_of_two_who_close_wins_and_the_other_is_told(case):
    def closing(user, reason):
        return lambda: close_referral(referral=case.referral, reason=reason, by=user, version=1, now=timezone.now())

    results = at_once(
        closing(case.network, CloseReason.GOES_ON),
        closing(case.coordinator, CloseReason.MOVED),
        closing(case.referrer, CloseReason.ENOUGH),
    )
    won = [result for result in results if isinstance(result, Referral)]
    told = [result for result in results if isinstance(result, Outdated)]
    assert (len(won), len(told)) == (1, 2), results
    assert all("har ændret henvisningen imens" in str(error) for error in told)
    row = Referral.objects.get(pk=case.referral.pk)
    assert (row.version, row.close_reason) == (2, won[0].close_reason)
    assert row.steps.count() == 1


def test_steps_with_two_activities_do_not_lose_each_other(case):
    def stepping(entry, user):
        return lambda: step_referral(
            entry=entry, to=State.CONTACTED, by=user, version=1, now=timezone.now(), note="Ringede"
        )

    results = at_once(stepping(case.entry, case.network), stepping(case.other_entry, case.coordinator))
    assert len([result for result in results if isinstance(result, Outdated)]) == 1, results
    states = list(case.referral.entries.values_list("state", flat=True))
    assert sorted(states) == [State.CONTACTED, State.NEW]
