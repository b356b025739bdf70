"""Closing and opening the portal: the page is made while there is still a database, and then stands by itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from wagtail.models import Site

from home.models import SiteSettings


def close(until: datetime | None = None) -> Path:
    """Writes the page that every address answers with; `until` (aware) is when people may try again."""
    site = Site.objects.filter(is_default_site=True).first()
    context = {"site": SiteSettings.for_site(site) if site else None, "until": until}
    page = Path(settings.MAINTENANCE_FILE)
    page.parent.mkdir(parents=True, exist_ok=True)
    written = page.with_name(f"{page.name}.new")
    written.write_text(render_to_string("maintenance.html", context), encoding="utf-8")
    # In one step, so that nobody is shown half a page.
    written.replace(page)
    return page


def reopen() -> bool:
    """Removes the page; returns whether it was there."""
    page = Path(settings.MAINTENANCE_FILE)
    there = page.exists()
    page.unlink(missing_ok=True)
    return there
