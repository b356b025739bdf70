"""A slip, shown to the editor of an activity before anybody is given it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalogue.models import Activity
from catalogue.other_languages.page import translations_of
from catalogue.previewing import Preview

from .content import slip_item
from .fixed_words import DANISH


def _slip(activity: Activity, now: datetime) -> dict[str, Any]:
    """The activity's own part of a slip, and what a slip says of it in other languages."""
    return {"item": slip_item(activity, now), "words": DANISH, "told": translations_of(activity)}


SLIP = Preview("slip", _("På en seddel"), "referral/admin/preview_slip.html", _slip)
