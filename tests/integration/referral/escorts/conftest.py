"""An arrangement that somebody is asked to, made through the screens."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from referral.actions.arrange_escort import arrange_escort
from referral.escorts.choices import Help
from referral.life.choices import State
from referral.models import Escort, EscortArrangement, ReferralActivity
from tests.factories.catalogue import OrganisationFactory
from tests.factories.referral_cases import contact_for

DOOR = "Ved døren, Algade 7"


@pytest.fixture
def ahead() -> datetime.datetime:
    """Three days from now, at half past one."""
    return timezone.localtime().replace(hour=13, minute=30, second=0, microsecond=0) + datetime.timedelta(days=3)


@pytest.fixture
def asked(case, ahead, mailoutbox, django_capture_on_commit_callbacks) -> SimpleNamespace:
    """The case with somebody who wants to be contacted, and an association that is asked to go along."""
    contact_for(case.referral, first_name="Gudrun", phone="58 12 34 56")
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.CONTACTED)
    case.entry.refresh_from_db()
    case.escort = Escort.objects.create(
        organisation=OrganisationFactory(name="Følgevennerne", email="venner@forening.example"), helps=(Help.WALK,)
    )
    case.escort.areas.set([case.area])
    with django_capture_on_commit_callbacks(execute=True):
        case.made = arrange_escort(
            entry=case.entry,
            from_where=DOOR,
            meets_at=ahead,
            help_=Help.WALK,
            by=case.network,
            version=case.referral.version,
            now=timezone.now(),
            escort=case.escort,
        )
    case.referral.owner = case.network
    case.referral.save(update_fields=["owner"])
    case.mails = mailoutbox
    return case


@pytest.fixture
def fresh(asked):
    """The arrangement as the database has it now."""
    return lambda: EscortArrangement.objects.select_related("entry__referral", "escort").get(pk=asked.made.pk)


@pytest.fixture
def ledger(tmp_path, settings) -> None:
    """A ledger of the test's own, for what is forgotten."""
    settings.FORGET_LEDGER = str(tmp_path / "forgotten.jsonl")
