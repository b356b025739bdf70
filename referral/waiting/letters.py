"""The mail to the owner of whoever is next, or who sees to it: a link. No name, not even the activity's."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from home.letters.actions import post

from ..cases.keepers import keepers_of
from ..models import ReferralActivity


def write_of_room(entry: ReferralActivity) -> None:
    """Tell the owner that there may be room; kept in the caller's transaction, and sent when that holds."""
    with translation.override("da"):
        address = settings.BASE_URL + reverse("cases:case", kwargs={"code": entry.referral.code})
        body = render_to_string("emails/referral_room.txt", {"address": address})
        for user in keepers_of(entry.referral):
            post(to=user.email, subject=_("Der er måske blevet plads"), body=body)
