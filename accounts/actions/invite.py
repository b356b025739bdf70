"""Inviting somebody, sending the invitation again, taking it back, and coming in by it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from wagtail.log_actions import log

from ..invitations.links import link_to
from ..models import Invitation, User
from ..roles import Role

logger = logging.getLogger(__name__)

INVITED, SENT_AGAIN = "accounts.invited", "accounts.invited_again"
WITHDRAWN, ACCEPTED = "accounts.invitation_withdrawn", "accounts.invitation_accepted"


class AlreadyHere(ValueError):
    """Somebody with an account cannot be invited, and their invitation neither withdrawn."""


@transaction.atomic
def invite(*, email: str, first_name: str, last_name: str, role: Role, by: User) -> Invitation:
    """Makes a user without a password, with a role, and sends the mail once that is kept.

    Where the mail cannot be sent, `sent_at` stays empty. Raises `AlreadyHere`.
    """
    if User.objects.filter(email=email).exists():
        raise AlreadyHere(email)
    user = User.objects.create_user(email, first_name=first_name, last_name=last_name)
    user.groups.add(Group.objects.get(name=role.group_name))
    invitation = Invitation.objects.create(user=user, invited_by=by, expires_at=_expiry())
    log(instance=user, action=INVITED, user=by, data={"role": role.group_name})
    transaction.on_commit(lambda: _send(invitation))
    return invitation


@transaction.atomic
def send_again(*, invitation: Invitation, by: User) -> None:
    """Sends a new link, which makes the old one stop working."""
    invitation.number += 1
    invitation.expires_at = _expiry()
    invitation.sent_at = None
    invitation.save()
    log(instance=invitation.user, action=SENT_AGAIN, user=by)
    transaction.on_commit(lambda: _send(invitation))


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User) -> None:
    """Takes the invitation back, and the user with it. Raises `AlreadyHere`."""
    user = invitation.user
    if user.last_login is not None:
        raise AlreadyHere(user.email)
    log(instance=user, action=WITHDRAWN, user=by, deleted=True)
    user.delete()


@transaction.atomic
def accept(*, invitation: Invitation, password: str) -> User:
    """Gives the invited a password; the invitation is used up. Raises `Invitation.DoesNotExist` when it was before."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk, number=invitation.number)
    user = held.user
    user.set_password(password)
    user.save()
    held.delete()
    log(instance=user, action=ACCEPTED, user=user)
    return user


def _expiry() -> datetime:
    return timezone.now() + timedelta(days=settings.INVITATION_DAYS)


def _send(invitation: Invitation) -> None:
    context = {
        "invitation": invitation,
        "link": link_to(invitation),
        "days": settings.INVITATION_DAYS,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    with override("da"):
        subject = render_to_string("account/email/invitation_subject.txt", context).strip()
        message = render_to_string("account/email/invitation_message.txt", context)
    try:
        send_mail(subject, message, None, [invitation.user.email])
    except (OSError, SMTPException):
        logger.exception("An invitation could not be sent")
        return
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sent_at"])
