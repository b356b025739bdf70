"""The reports that somebody is to look at."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accounts.permissions import works_everywhere
from catalogue.policies import ACTIVITIES
from catalogue.scopes import areas_of

from ..models import ErrorReport


def reports_for(user: Any) -> QuerySet[ErrorReport]:
    """All reports for those who work everywhere; else those about what the user may publish in their own areas.

    Shown by tests/integration/editorial/test_handling.py.
    """
    reports = ErrorReport.objects.all()
    if works_everywhere(user):
        return reports
    theirs = ACTIVITIES.instances_user_has_permission_for(user, "publish").filter(areas__in=areas_of(user))
    return reports.filter(activity__in=theirs.order_by().values("pk"))
