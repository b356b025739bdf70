"""Searches without a fitting answer that somebody is to look at."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accounts.permissions import works_everywhere
from catalogue.scopes import areas_of

from ..models import AskedSearch


def asked_for(user: Any) -> QuerySet[AskedSearch]:
    """What enough people have asked for: all of it for those who work everywhere, else what names their own areas.

    Shown by tests/integration/search/log/.
    """
    rows = AskedSearch.objects.exclude(words="")
    return rows if works_everywhere(user) else rows.filter(area__in=areas_of(user))
