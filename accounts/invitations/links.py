"""The link in an invitation: signed, and good until it is used, sent anew, withdrawn or too old."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from ..models import Invitation

SALT = "accounts.invitation"


def link_to(invitation: Invitation) -> str:
    """The whole address."""
    token = signing.dumps([invitation.pk, invitation.number], salt=SALT)
    return settings.BASE_URL + reverse("accept-invitation", args=[token])


def invitation_of(token: str) -> Invitation | None:
    """The invitation that a link leads to; None when the link does not work, or not any more."""
    try:
        pk, number = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    open_ones = Invitation.objects.filter(expires_at__gt=timezone.now(), user__is_active=True).select_related("user")
    return open_ones.filter(pk=pk, number=number).first()
