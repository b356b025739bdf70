"""Somebody comes in by a kommune's own sign-in."""

from __future__ import annotations

from collections.abc import Set

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.log_actions import log

from ..models import Invitation, User
from ..roles import Role
from .invite import ACCEPTED
from .log_rights import log_rights

MADE = "accounts.made_by_provider"


@transaction.atomic
def come_by_provider(*, known: User | None, email: str, first_name: str, last_name: str, roles: Set[Role]) -> User:
    """The user, made where there is none; with `roles`, and without the other roles that the provider gives.

    Roles that the provider knows nothing of are left alone. An open invitation is used up.
    """
    user = known
    if user is None:
        user = User.objects.create_user(email, first_name=first_name, last_name=last_name)
        log(instance=user, action=MADE, user=user)
    _take_roles(user, roles)
    if Invitation.objects.filter(user=user).delete()[0]:
        log(instance=user, action=ACCEPTED, user=user)
    return user


def _take_roles(user: User, roles: Set[Role]) -> None:
    given_there = {Role(pair.rpartition("=")[2].strip()) for pair in settings.OIDC_ROLES}
    has = set(user.groups.values_list("name", flat=True))
    new = {role.group_name for role in roles} - has
    gone = {role.group_name for role in given_there - roles} & has
    user.groups.add(*Group.objects.filter(name__in=new))
    user.groups.remove(*Group.objects.filter(name__in=gone))
    log_rights(holder=user, given=new, taken=gone, by=user)
