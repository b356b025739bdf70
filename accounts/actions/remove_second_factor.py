"""Helping somebody who has lost their phone."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import transaction
from wagtail.log_actions import log

from ..models import User

REMOVED = "accounts.second_factor_removed"


@transaction.atomic
def remove_second_factor(*, user: User, by: User) -> None:
    """Takes away somebody's app, passkeys and recovery codes, and tells them by mail.

    They sign in by the password alone, and set up another one where their role asks for it.
    """
    Authenticator.objects.filter(user=user).delete()
    log(instance=user, action=REMOVED, user=by)
    transaction.on_commit(lambda: get_adapter().send_mail("mfa/email/removed_by_administrator", user.email, {}))
