"""What a kommune is warned of before it lets professionals refer with login."""

from __future__ import annotations

import pytest
from django.core.checks import registry, run_checks

from accounts.roles import Role
from portal.settings.environment import VARIABLES
from referral.checks import who_reads_referrals_has_a_second_factor

REFERRAL_ROLES = ["frontpersonale", "netvaerksmedarbejder", "koordinator"]


def test_roles_that_read_referrals_have_a_second_factor_unless_a_kommune_says_otherwise(settings):
    settings.MFA_REQUIRED_ROLES = VARIABLES["MFA_REQUIRED_ROLES"].default
    assert who_reads_referrals_has_a_second_factor() == []
    assert {*REFERRAL_ROLES, "administrator", "redaktoer"} == {*settings.MFA_REQUIRED_ROLES}


@pytest.mark.parametrize("role", REFERRAL_ROLES)
def test_each_role_without_one_is_named(settings, role):
    settings.MFA_REQUIRED_ROLES = [one for one in Role.values if one != role]
    (warning,) = who_reads_referrals_has_a_second_factor()
    assert (warning.id, warning.msg) == ("referral.W001", f"A password alone opens referrals for: {role}.")
    assert "MFA_REQUIRED_ROLES" in warning.hint


def test_it_is_asked_before_a_deployment_and_not_while_developing(settings):
    settings.MFA_REQUIRED_ROLES = []
    assert who_reads_referrals_has_a_second_factor in registry.registry.get_checks(include_deployment_checks=True)
    assert who_reads_referrals_has_a_second_factor not in registry.registry.get_checks()
    asked = run_checks(tags=["security"], include_deployment_checks=True)
    assert "referral.W001" in {message.id for message in asked}
