"""In and out: templates and lists to take home, and files to read in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..actions.import_rows import SomeRefused
from ..actions.try_import import ChangedMeanwhile, carry_out, try_import
from ..models import SheetImport
from ..models.sheet_import import ImportKind, ImportState, Outcome
from ..programme_import.forms import ProgrammeForm
from .forms import UploadForm
from .reading.table import UnreadableFile
from .refused import workbook_of_refused
from .subjects import SUBJECTS, subject_named
from .template import template_for
from .writing import XLSX

ROWS_A_PAGE = 50
LATEST = 10


def may_write(user: Any) -> bool:
    return any(subject.may(user) for subject in SUBJECTS.values())


class SheetPage(WagtailAdminTemplateMixin, TemplateView):
    """What the pages share: who may, and the way back."""

    header_icon = "table"
    page_title = gettext_lazy("Ind og ud")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_write(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse_lazy("ind_og_ud:index"), "label": _("Ind og ud")}]


class InAndOut(SheetPage):
    """The page of the menu: what to take home, a file to try, and one's latest files."""

    template_name = "catalogue/admin/sheets/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        latest = SheetImport.objects.filter(user=self.request.user).defer("content")[:LATEST]
        return super().get_context_data(
            **{
                "form": UploadForm(user=self.request.user, initial={"kind": self.request.GET.get("hvad")}),
                "latest": latest,
                "done": ImportState.DONE,
                "most_rows": settings.SHEET_MOST_ROWS,
                "kinds": [
                    (kind, subject, reverse(subject.model.snippet_viewset.get_url_name("list")))  # type: ignore[attr-defined]
                    for kind, subject in SUBJECTS.items()
                    if subject.may(self.request.user)
                ],
                **kwargs,
            }
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES, user=request.user)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                kind = ImportKind(form.cleaned_data["kind"])
                kept = try_import(content=file.read(), file_name=file.name, by=request.user, kind=kind)
                return redirect("ind_og_ud:trial", kept.pk)
            except UnreadableFile as error:
                form.add_error("file", str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ProgrammeUpload(SheetPage):
    """A place's calendar to try."""

    template_name = "catalogue/admin/sheets/programme.html"
    page_title = gettext_lazy("Et steds program")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": ProgrammeForm(user=self.request.user), **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ProgrammeForm(request.POST, request.FILES, user=request.user)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                kept = try_import(
                    content=file.read(),
                    file_name=file.name,
                    by=request.user,
                    kind=ImportKind.PROGRAMME,
                    options=form.options(),
                )
                return redirect("ind_og_ud:trial", kept.pk)
            except UnreadableFile as error:
                form.add_error("file", str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)


class Trial(SheetPage):
    """What a file would do, row by row; and doing it."""

    template_name = "catalogue/admin/sheets/trial.html"

    @cached_property
    def kept(self) -> SheetImport:
        return get_object_or_404(SheetImport.objects.defer("content"), pk=self.kwargs["trial"], user=self.request.user)

    def get_page_subtitle(self) -> str:
        return self.kept.file_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.kept.file_name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.kept.rows.all()
        counts = {outcome: rows.filter(outcome=outcome).count() for outcome in Outcome}
        shown = self.request.GET.get("vis", "")
        if shown not in Outcome.values:
            shown = Outcome.REFUSED if counts[Outcome.REFUSED] else ""
            shown = "" if self.request.GET.get("vis") == "alle" else shown
        page = Paginator(rows.filter(outcome=shown) if shown else rows, ROWS_A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            kept=self.kept,
            done=self.kept.state == ImportState.DONE,
            is_sheet=self.kept.kind != ImportKind.PROGRAMME,
            subject=subject_named(self.kept.kind),
            edit=subject_named(self.kept.kind).model.snippet_viewset.get_url_name("edit"),  # type: ignore[attr-defined]
            tabs=[("alle", _("Alle rækker"), sum(counts.values()), not shown)]
            + [(value, label, counts[Outcome(value)], value == shown) for value, label in Outcome.choices],
            good=counts[Outcome.NEW] + counts[Outcome.CHANGED],
            refused=counts[Outcome.REFUSED],
            waiting=rows.filter(publishes=False, outcome__in=[Outcome.NEW, Outcome.CHANGED]).count(),
            page=page,
            shown=shown or "alle",
            outcomes=Outcome,
            **kwargs,
        )

    def post(self, request: HttpRequest, trial: UUID) -> HttpResponse:
        try:
            carry_out(kept=self.kept, only_good=request.POST.get("hvad") == "gode", by=request.user)
        except ChangedMeanwhile:
            message = _("Kataloget er ændret, siden du prøvede filen. Intet er læst ind. Se, hvad der ville ske nu.")
            messages.warning(request, message)
        except SomeRefused:
            messages.error(request, _("Nogle rækker er afvist. Intet er læst ind. Ret dem, eller læs kun de gode ind."))
        except UnreadableFile as error:
            messages.error(request, str(error))
        except DatabaseError:
            messages.error(request, _("Databasen tog ikke imod rækkerne. Intet er læst ind. Prøv igen om lidt."))
        else:
            self._tell(request)
        return redirect("ind_og_ud:trial", trial)

    def _tell(self, request: HttpRequest) -> None:
        written = self.kept.rows.filter(outcome__in=[Outcome.NEW, Outcome.CHANGED]).count()
        messages.success(
            request,
            ngettext("%(n)d række er læst ind.", "%(n)d rækker er læst ind.", written) % {"n": written},
        )


def download_template(request: HttpRequest) -> HttpResponse:
    """The template of what `hvad` names; of activities where it names nothing."""
    subject = subject_named(request.GET.get("hvad", ""))
    if not subject.may(request.user):
        raise PermissionDenied
    return _file(template_for(request.user, subject), f"{subject.file}-skabelon.xlsx")


def download_refused(request: HttpRequest, trial: UUID) -> HttpResponse:
    """The refused rows with the reasons, to be put right and read in again."""
    if not may_write(request.user):
        raise PermissionDenied
    kept = get_object_or_404(SheetImport, pk=trial, user=request.user, kind__in=SUBJECTS)
    reasons = {
        row.number: " · ".join(f"{heading}: {words}" if heading else words for heading, words in row.problems)
        for row in kept.rows.filter(outcome=Outcome.REFUSED)
    }
    content = workbook_of_refused(
        bytes(kept.content), reasons, most_rows=settings.SHEET_MOST_ROWS, subject=subject_named(kept.kind)
    )
    return _file(content, "afviste-raekker.xlsx")


def _file(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})
