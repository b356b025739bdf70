"""One referral, and the people around it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from accounts.roles import Role
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory
from tests.factories.referral_cases import ReferralFactory, UnitFactory, member_of, responsible_for


@pytest.fixture
def case() -> SimpleNamespace:
    """A referral of a unit in Korsør to two organisations; each actor, and a stranger of each kind."""
    here, elsewhere = AreaFactory(name="Korsør"), AreaFactory(name="Skælskør")
    organisation, other = OrganisationFactory(), OrganisationFactory()
    activity = ActivityFactory(organisation=organisation, venue__area=elsewhere)
    second = ActivityFactory(organisation=other, venue__area=elsewhere)
    unit = UnitFactory(area=here)
    referrer = member_of(unit, first_name="Rikke")
    referral = ReferralFactory(unit=unit, referrer=referrer, activities=[activity, second])
    return SimpleNamespace(
        referral=referral,
        entry=referral.entries.get(position=0),
        other_entry=referral.entries.get(position=1),
        organisation=organisation,
        other=other,
        activity=activity,
        unit=unit,
        area=here,
        referrer=referrer,
        colleague=member_of(unit),
        association=responsible_for(Role.ASSOCIATION, organisation),
        network=responsible_for(Role.NETWORK_WORKER, here),
        coordinator=responsible_for(Role.COORDINATOR, here),
        strangers={
            "another unit": member_of(UnitFactory(area=here)),
            "another organisation": responsible_for(Role.ASSOCIATION, OrganisationFactory()),
            "another area's network worker": responsible_for(Role.NETWORK_WORKER, elsewhere),
            "another area's coordinator": responsible_for(Role.COORDINATOR, elsewhere),
        },
    )
