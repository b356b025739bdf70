"""Lists that are taken home with every field, put right in Excel, and read in again."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from ..sheets.subjects import subject_of
from ..sheets.writing import XLSX, csv_of, workbook_of
from .listing import EntryIndexView


class SheetIndexView(EntryIndexView):
    """A list of what spreadsheets are about, with the way in beside the way out."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        subject = subject_of(self.model)
        if not subject.may(self.request.user):
            return super().header_more_buttons
        address = f"{reverse('ind_og_ud:index')}?hvad={subject.kind}"
        way_in = Button(_("Læs et regneark ind"), url=address, icon_name="upload", priority=95)
        return [*super().header_more_buttons, way_in]

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        made, kind = {
            self.FORMAT_CSV: (csv_of, "text/csv; charset=utf-8"),
            self.FORMAT_XLSX: (workbook_of, XLSX),
        }[spreadsheet_format]
        name = f"{self.get_filename()}-{timezone.localdate():%Y-%m-%d}.{spreadsheet_format}"
        return HttpResponse(
            made(queryset, by=self.request.user),
            content_type=kind,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
