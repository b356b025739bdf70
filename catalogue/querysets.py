"""Composable filters over the catalogue."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db import models

from .choices import Status

if TYPE_CHECKING:
    from .models import Area

ON_SHOW = (Status.ACTIVE, Status.PAUSED)


class ActivityQuerySet(models.QuerySet):
    """Questions about activities that can be put together."""

    def published(self) -> ActivityQuerySet:
        """What citizens may find: live, and running or on pause; never what has ended."""
        return self.filter(live=True, status__in=ON_SHOW)

    def due_to_resume(self, today: datetime.date) -> ActivityQuerySet:
        """Those on a pause whose last day has passed."""
        return self.filter(status=Status.PAUSED, paused_until__lt=today)

    def in_area(self, area: Area) -> ActivityQuerySet:
        """Those that serve the area, one of its parts, or the whole it belongs to."""
        related = [*area.ancestors(include_self=True), *area.descendants()]
        return self.filter(areas__in=related).distinct()

    def for_card(self) -> ActivityQuerySet:
        """With all that a card in a list shows, in six queries."""
        return self.select_related("organisation", "venue__area").prefetch_related(
            "areas",
            "schedules",
            "date_exceptions",
            "accessibility_answers",
            "venue__accessibility_answers",
        )

    def for_dates(self) -> ActivityQuerySet:
        """With what a list of dates shows, in four queries."""
        return self.select_related("venue__area").prefetch_related("areas", "schedules", "date_exceptions")

    def with_terms(self) -> ActivityQuerySet:
        """With the links to interests and target groups, and the terms themselves, in two queries."""
        from .models import ActivityInterest, ActivityTargetGroup

        return self.prefetch_related(
            models.Prefetch("interest_links", ActivityInterest.objects.select_related("tag")),
            models.Prefetch("target_group_links", ActivityTargetGroup.objects.select_related("tag")),
        )

    def for_page(self) -> ActivityQuerySet:
        """With all that a result card or a page shows, in a fixed number of queries.

        `is_translated` says whether there are other languages to ask for, `was_split` whether a part has become an
        entry of its own: most have neither.
        """
        from .models import ActivityTranslation

        translations = ActivityTranslation.objects.filter(activity=models.OuterRef("pk"))
        parts = self.model._default_manager.filter(split_from=models.OuterRef("pk"))
        told = self.annotate(is_translated=models.Exists(translations), was_split=models.Exists(parts))
        return told.for_card().with_terms().select_related("image")
