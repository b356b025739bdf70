"""Who a mail is from, so that whoever gets it can ring."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.models import SiteSettings


def signature() -> list[str]:
    """The last lines of a mail, in the language of the moment."""
    site = Site.objects.filter(is_default_site=True).first()
    told = SiteSettings.for_site(site) if site else SiteSettings()
    lines = [_("Venlig hilsen"), told.name or settings.WAGTAIL_SITE_NAME]
    return [*lines, _("Telefon: %(number)s") % {"number": told.phone}] if told.phone else lines
