"""Units and referrals for tests."""

from __future__ import annotations

import datetime

import factory
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Responsibility
from referral.life.choices import ConsentKind, State, UnitKind
from referral.models import Consent, Contact, Referral, ReferralActivity, Unit, UnitMember

from .accounts import user_with
from .catalogue import ActivityFactory, AreaFactory


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Hjemmeplejen {n}")
    kind = UnitKind.HOME_CARE
    area = factory.SubFactory(AreaFactory)


def member_of(unit: Unit, **fields: object) -> User:
    """Somebody of the front line who works in the unit."""
    user = user_with(Role.FRONT_LINE, **fields)
    UnitMember.objects.create(unit=unit, user=user)
    return user


def responsible_for(role: Role, *targets: object, **fields: object) -> User:
    """Somebody with a role and a responsibility for each area, organisation or venue."""
    user = user_with(role, **fields)
    for target in targets:
        Responsibility.objects.create(user=user, **{target._meta.model_name: target})  # type: ignore[attr-defined]
    return user


class ReferralFactory(factory.django.DjangoModelFactory):
    """An open referral with one new activity, of a member of the unit; `states` says how far each activity is."""

    class Meta:
        model = Referral
        skip_postgeneration_save = True

    unit = factory.SubFactory(UnitFactory)
    referrer_kind = factory.SelfAttribute("unit.kind")
    area = factory.SelfAttribute("unit.area")
    referrer = factory.LazyAttribute(lambda referral: member_of(referral.unit))
    owner = factory.SelfAttribute("referrer")
    created_at = factory.LazyFunction(timezone.now)
    next_on = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=2))

    @factory.post_generation
    def activities(self, create, extracted, **kwargs):
        """What was proposed, in that order; one activity where nothing is said."""
        state = kwargs.get("state", State.NEW)
        for position, activity in enumerate([ActivityFactory()] if extracted is None else extracted):
            ReferralActivity.objects.create(
                referral=self,
                activity=activity,
                organisation=activity.organisation,
                title=activity.title,
                position=position,
                state=state,
                since=self.created_at,
            )

    @factory.post_generation
    def consents(self, create, extracted, **kwargs):
        """What the person has said yes to; to be referred where nothing is said."""
        for kind in extracted or [ConsentKind.REFERRED]:
            Consent.objects.create(referral=self, kind=kind, given_at=self.created_at, wording="Ja", wording_version=1)


def contact_for(referral: Referral, **fields: str) -> Contact:
    """The person wants to be contacted."""
    Consent.objects.create(
        referral=referral,
        kind=ConsentKind.CONTACTED,
        given_at=referral.created_at,
        wording="Ja",
        wording_version=1,
    )
    values = {"first_name": "Gudrun", "phone": "58 12 34 56", "way": "telefon", **fields}
    return Contact.objects.create(referral=referral, **values)
