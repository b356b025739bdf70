"""Areas in the editors' system: the tree, moved in."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from ..columns import IndentedColumn
from ..models import Area
from ..panels import AREA
from .editing import EntryCopyView, EntryCreateView, EntryEditView
from .listing import EntryIndexView


class AreaTitleColumn(IndentedColumn, TitleColumn):
    """The name, moved in, with the link to its form."""


class AreaIndexView(EntryIndexView):
    """The tree in its own order; whoever sorts by a column or searches gets a flat list."""

    def _get_title_column(self, field_name: str, column_class: type = AreaTitleColumn, **kwargs: object) -> Column:
        return super()._get_title_column(field_name, column_class, **kwargs)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        if self.is_explicitly_ordered:
            return super().order_queryset(queryset)
        return queryset.with_tree_fields()


def postcodes(area: Area) -> str:
    """The postcodes in one line; needs them prefetched."""
    return ", ".join(postcode.code for postcode in area.postcodes.all())


class AreaViewSet(SnippetViewSet):
    """The list and the form of the kommuner and their areas."""

    model = Area
    edit_handler = AREA
    icon = "globe"
    menu_label = _("Områder")
    index_view_class = AreaIndexView
    add_view_class = EntryCreateView
    copy_view_class = EntryCopyView
    edit_view_class = EntryEditView
    search_fields = ("name", "postcodes__code", "slug")
    list_per_page = 200
    list_display = ("name", Column("postcodes", label=_("Postnumre"), accessor=postcodes))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Area.objects.prefetch_related("postcodes")
