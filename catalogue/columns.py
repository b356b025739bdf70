"""Columns of the editors' lists; none of them asks the database for a single row."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.models import Revision

MOST_NAMES = 2


class PublicColumn(StatusTagColumn):
    """Whether citizens see the entry. Wagtail's own column asks for the planned revision once a row."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "public",
            label=gettext_lazy("Offentlig"),
            accessor=public_words,
            primary=lambda instance: instance.live,
            **kwargs,
        )


def with_planned(queryset: QuerySet) -> QuerySet:
    """The rows with `is_planned`: whether a revision waits for its time to be published."""
    waiting = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(queryset.model),
        object_id=Cast(OuterRef("pk"), CharField()),
        approved_go_live_at__isnull=False,
    )
    return queryset.annotate(is_planned=Exists(waiting))


def public_words(instance: Any) -> str:
    """ "Ja", "Ja, med ændringer på vej", "Planlagt", "Udløbet" or "Kladde"; needs `with_planned`."""
    if instance.live:
        pending = instance.has_unpublished_changes or instance.is_planned
        return _("Ja, med ændringer på vej") if pending else _("Ja")
    if instance.is_planned:
        return _("Planlagt")
    return _("Udløbet") if instance.expired else _("Kladde")


def area_names(activity: Any) -> str:
    """ "Korsør, Skælskør og 3 til"; needs the areas prefetched."""
    names = [area.name for area in activity.areas.all()]
    more = len(names) - MOST_NAMES
    if more <= 0:
        return ", ".join(names)
    return ngettext("%(names)s og %(n)d til", "%(names)s og %(n)d til", more) % {
        "names": ", ".join(names[:MOST_NAMES]),
        "n": more,
    }


class DayColumn(Column):
    """A date as 24.12.2026, so that rows can be compared at a glance."""

    def get_value(self, instance: Model) -> str:
        value = super().get_value(instance)
        return date_format(value, "SHORT_DATE_FORMAT") if value else ""


class IndentedColumn(Column):
    """A name moved in by how deep its row lies in the tree; needs tree fields."""

    def get_value(self, instance: Model) -> str:
        return "\N{NO-BREAK SPACE}" * 6 * getattr(instance, "tree_depth", 0) + str(super().get_value(instance))
