"""A backup of the referrals, and what it brings back."""

from __future__ import annotations

from django.core import serializers
from django.db import models

from referral.models import (
    Consent,
    Contact,
    FollowUp,
    ForgottenReferral,
    Outcome,
    Referral,
    ReferralActivity,
    ReferralRead,
    ReferralStep,
)

OF_A_REFERRAL = (Referral, ReferralActivity, Consent, Contact, ReferralStep, ReferralRead, Outcome, FollowUp)


def dump() -> str:
    """Every row of the referrals, encrypted fields in clear."""
    return serializers.serialize("json", [row for model in OF_A_REFERRAL for row in models.QuerySet(model)])


def restore(dumped: str) -> None:
    """As an older backup would: what was there then is there again, what came since is not."""
    for model in reversed(OF_A_REFERRAL):
        models.QuerySet(model).delete()
    ForgottenReferral.objects.all().delete()
    for row in serializers.deserialize("json", dumped):
        row.save()
