"""What is easily forgotten in the settings of the referrals."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from accounts.roles import Role

from .life.next_dates import DAYS
from .secrecy import is_key

HOW_TO_MAKE_A_KEY = (
    "Make one with: python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
)

# An association reads open referrals to its own activities: whether it needs a second factor is the kommune's choice.
WORK_WITH_REFERRALS = (Role.FRONT_LINE, Role.NETWORK_WORKER, Role.COORDINATOR)


@register()
def keys_can_be_used(**kwargs: Any) -> list[CheckMessage]:
    """Without a key nothing can be written about a person, and with a wrong one nothing read."""
    if not settings.REFERRAL_KEYS:
        return [Error("REFERRAL_KEYS is empty.", hint=HOW_TO_MAKE_A_KEY, id="referral.E001")]
    wrong = [str(place) for place, key in enumerate(settings.REFERRAL_KEYS, start=1) if not is_key(key)]
    if wrong:
        return [Error(f"REFERRAL_KEYS: no. {', '.join(wrong)} is no key.", hint=HOW_TO_MAKE_A_KEY, id="referral.E002")]
    return []


@register(Tags.security, deploy=True)
def who_reads_referrals_has_a_second_factor(**kwargs: Any) -> list[CheckMessage]:
    """A stolen password should not be enough to read what people need help with."""
    without = [str(role) for role in WORK_WITH_REFERRALS if role not in settings.MFA_REQUIRED_ROLES]
    if not without:
        return []
    return [
        Warning(
            f"A password alone opens referrals for: {', '.join(without)}.",
            hint="Add them to MFA_REQUIRED_ROLES. The kommune's own sign-in counts where OIDC_HAS_MFA is true.",
            id="referral.W001",
        )
    ]


@register()
def every_state_lasts_some_days(**kwargs: Any) -> list[CheckMessage]:
    """A date in the past would make every referral late on the day it is written."""
    wrong = sorted({name for name in DAYS.values() if getattr(settings, name) < 1})
    return [Error(f"{name} must be a day or more.", id="referral.E003") for name in wrong]


@register()
def what_is_kept_is_kept_for_a_time(**kwargs: Any) -> list[CheckMessage]:
    """Nothing would be forgotten in the wrong order: who the person is goes before the rest."""
    contact, months = settings.REFERRAL_CONTACT_DAYS_AFTER_CLOSE, settings.REFERRAL_MONTHS
    if contact >= 0 and months >= 1 and settings.REFERRAL_UNTOUCHED_DAYS >= 1 and contact <= 28 * months:
        return []
    hint = (
        "REFERRAL_CONTACT_DAYS_AFTER_CLOSE is 0 or more and no longer than REFERRAL_MONTHS, and the others 1 or more."
    )
    return [Error("The times after which a person is forgotten do not go together.", hint=hint, id="referral.E004")]
