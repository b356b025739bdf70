"""The mail to an organisation: that there is a referral, and a link. Nothing of the person, nor of what they lack."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import SiteSettings

from ..models import ReferralActivity
from .links import address


def mail_of(entry: ReferralActivity, to: list[str]) -> EmailMessage:
    """The mail about one proposed activity; not even its name stands in it, for that may say what a person lacks."""
    site = Site.objects.filter(is_default_site=True).first()
    told = SiteSettings.objects.filter(site=site).first() or SiteSettings()
    with translation.override("da"):
        context = {
            "organisation": entry.organisation,
            "address": address(entry),
            "days": settings.REFERRAL_RECEIVE_DAYS,
            "lasts": settings.REFERRAL_LINK_DAYS,
            "name": told.name or settings.WAGTAIL_SITE_NAME,
            "phone": told.phone,
        }
        return EmailMessage(
            subject=_("Der er en henvisning til jer"),
            body=render_to_string("cases/answering/letter.txt", context),
            to=to,
            reply_to=[told.email] if told.email else None,
        )
