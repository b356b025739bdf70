"""Startup checks of what the site says about itself."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connection


@register(Tags.database)
def check_phone(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """Every dead end ends in a number that people answer, so each site needs one."""
    from wagtail.models import Site  # models are ready only now

    from .models import SiteSettings

    # `migrate` asks for this check too, before there are any tables.
    if not databases or SiteSettings._meta.db_table not in connection.introspection.table_names():
        return []
    reachable = SiteSettings.objects.exclude(phone="").values("site")
    silent = Site.objects.exclude(pk__in=reachable)
    return [
        Warning(
            f"The site {site.hostname} has no phone number.",
            hint="Write one in the admin, under Indstillinger > portalens oplysninger: it is where every search "
            "that finds nothing ends.",
            id="home.W001",
        )
        for site in silent
    ]
