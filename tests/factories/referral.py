"""Slips for tests."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from referral.models import Slip, SlipEntry

from .catalogue import ActivityFactory


class SlipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Slip
        skip_postgeneration_save = True

    created_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda slip: slip.created_at + timedelta(days=30))

    @factory.post_generation
    def activities(self, create, extracted, **kwargs):
        """What is on it, in that order; one activity where nothing is said."""
        for position, activity in enumerate([ActivityFactory()] if extracted is None else extracted):
            SlipEntry.objects.create(slip=self, activity=activity, position=position)
