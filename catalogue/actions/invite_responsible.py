"""Inviting somebody to what they are to be responsible for."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from accounts.actions.invite import invite
from accounts.models import Invitation, User
from accounts.roles import Role

from ..models import Responsibility


@transaction.atomic
def invite_responsible(
    *, email: str, first_name: str, last_name: str, role: Role, target: dict[str, Any], trusted: bool, by: User
) -> Invitation:
    """Invites, and makes the invited responsible for `target`, e.g. {"area": area}; for nothing when it is empty."""
    invitation = invite(email=email, first_name=first_name, last_name=last_name, role=role, by=by)
    if target:
        responsibility = Responsibility.objects.create(user=invitation.user, trusted=trusted, **target)
        log(instance=responsibility, action="wagtail.create", user=by)
    return invitation
