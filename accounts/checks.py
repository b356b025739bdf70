"""What is easily forgotten in the settings of the sign-in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from .roles import Role


@register()
def roles_that_must_have_a_second_factor_exist(**kwargs: Any) -> list[CheckMessage]:
    """A misspelt role would quietly ask nobody for anything."""
    unknown = sorted(set(settings.MFA_REQUIRED_ROLES) - set(Role.values))
    if not unknown:
        return []
    return [
        Error(
            f"MFA_REQUIRED_ROLES has roles that do not exist: {', '.join(unknown)}",
            hint=f"The roles are {', '.join(Role.values)}.",
            id="accounts.E001",
        )
    ]


@register()
def what_a_provider_calls_our_roles_is_understood(**kwargs: Any) -> list[CheckMessage]:
    """Each of `OIDC_ROLES` is a name there, `=`, and a role here."""
    wrong = [
        pair for pair in settings.OIDC_ROLES if "=" not in pair or pair.rpartition("=")[2].strip() not in Role.values
    ]
    if not wrong:
        return []
    hint = f"Write NAME=ROLE, parted by commas. The roles are {', '.join(Role.values)}."
    return [Error(f"OIDC_ROLES has what is no role: {', '.join(wrong)}", hint=hint, id="accounts.E002")]
