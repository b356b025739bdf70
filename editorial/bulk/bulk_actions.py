"""The buttons below the list of activities, and the page that asks before anything is changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from catalogue.filters import ActivityFilterSet
from catalogue.models import Activity
from catalogue.policies import ACTIVITIES
from catalogue.queries.hindrances import hindrances
from catalogue.sheets.writing import XLSX, csv_of, workbook_of
from catalogue.viewsets.listing import matching

from ..actions.change_in_bulk import change_in_bulk
from . import forms
from .presenting import Item, items_of, told_of

MOST = 500
FILES = {"xlsx": (workbook_of, XLSX), "csv": (csv_of, "text/csv; charset=utf-8")}
SEARCHED = ("title", "summary", "organisation__name", "venue__name", "slug")


class ActivityBulkAction(SnippetBulkAction):
    """What changing activities has in common; `current` says of one entry what is to be changed."""

    models: ClassVar = [Activity]
    template_name = "editorial/admin/bulk.html"
    as_published = True
    # So many at once; and whether anything is changed, which not everybody may do with everything.
    most = MOST
    changes = True
    question = ""
    button = gettext_lazy("Ja, ret dem")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    @staticmethod
    def current(activity: Activity) -> str:
        return ""

    def ticked(self) -> QuerySet[Activity]:
        """What was ticked; everything of the list as it was filtered, when "all" was. Raises `Http404` for none."""
        keys = self.request.GET.getlist("id")
        theirs = ACTIVITIES.instances_user_has_any_permission_for(self.request.user, ["view", "change"])
        entries = theirs.select_related("organisation").prefetch_related("areas")
        if "all" in keys:
            filters = ActivityFilterSet(self.request.GET, queryset=entries, request=self.request)
            found = filters.qs if filters.is_valid() else entries.none()
            return matching(found, self.request.GET.get("q", ""), list(SEARCHED)).order_by("title", "pk")
        if not keys or not all(key.isdecimal() for key in keys):
            raise Http404
        return entries.filter(pk__in=keys).order_by("title", "pk")

    def get_actionable_objects(self) -> tuple[list[Activity], dict[str, list[Activity]]]:
        entries = list(self.ticked()[: self.most + 1])
        return entries, {"items_with_no_access": []}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entries = self.get_actionable_objects()[0]
        refused = hindrances(entries, self.request.user, as_published=self.as_published) if self.changes else {}
        items: list[Item] = items_of(entries[: self.most], refused, self.current)
        return {
            "form": kwargs.get("form") or self.get_form(),
            "view": self,
            "items": [item for item in items if not item.reason],
            "skipped": [item for item in items if item.reason],
            "too_many": len(entries) > self.most,
            "most": self.most,
            "next": self.next_url,
            "submit_url": self.request.get_full_path(),
            "header_icon": self.model.snippet_viewset.icon,
            "title": self.display_name,
            "question": self.question,
            "button": self.button,
        }

    def form_valid(self, form: forms.BulkForm) -> HttpResponse:
        entries = self.get_actionable_objects()[0]
        if len(entries) > self.most:
            return self.render_to_response(self.get_context_data(form=form))
        outcome, made = change_in_bulk(
            activities=entries,
            change=form.change,
            words=form.words(),
            by=self.request.user,
            as_published=self.as_published,
        )
        if made:
            done = ngettext(
                "%(n)d aktivitet er rettet: %(what)s.", "%(n)d aktiviteter er rettet: %(what)s.", len(outcome.changed)
            ) % {"n": len(outcome.changed), "what": form.words()}
            undo = messages.button(reverse("flere:undo", args=[made.uuid]), _("Fortryd"))
            messages.success(self.request, " ".join([done, *told_of(outcome)]), buttons=[undo])
        for sentence in [] if made else told_of(outcome) or [_("Der var ikke noget at rette.")]:
            messages.warning(self.request, sentence)
        return redirect(self.next_url)


class Verify(ActivityBulkAction):
    """Marks them as confirmed today."""

    display_name = gettext_lazy("Bekræft")
    action_type = "bekraeft"
    aria_label = gettext_lazy("Bekræft, at de valgte aktiviteter stadig er rigtige")
    action_priority = 5
    form_class = forms.VerifyForm
    # What citizens read stays as it is, so that nobody needs to approve it.
    as_published = False
    question = gettext_lazy("Er det hele stadig rigtigt? Så står de som bekræftet i dag.")
    button = gettext_lazy("Ja, det er rigtigt")

    @staticmethod
    def current(activity: Activity) -> str:
        day = activity.verified_on
        return date_format(day, "SHORT_DATE_FORMAT") if day else _("aldrig bekræftet")


class ChangeStatus(ActivityBulkAction):
    """Starts, pauses or ends them."""

    display_name = gettext_lazy("Ret status")
    action_type = "status"
    aria_label = gettext_lazy("Ret status for de valgte aktiviteter")
    action_priority = 10
    form_class = forms.StatusForm

    @staticmethod
    def current(activity: Activity) -> str:
        status = activity.get_status_display()
        if activity.paused_until is None:
            return status
        day = date_format(activity.paused_until, "SHORT_DATE_FORMAT")
        return _("%(status)s til og med %(day)s") % {"status": status, "day": day}


class ChangeAreas(ActivityBulkAction):
    """Says which areas they serve."""

    display_name = gettext_lazy("Ret områder")
    action_type = "omraader"
    aria_label = gettext_lazy("Ret områder for de valgte aktiviteter")
    action_priority = 15
    form_class = forms.AreasForm

    @staticmethod
    def current(activity: Activity) -> str:
        return ", ".join(area.name for area in activity.areas.all())


class ChangeInterests(ActivityBulkAction):
    """Says what they are about."""

    display_name = gettext_lazy("Ret interesser")
    action_type = "interesser"
    aria_label = gettext_lazy("Ret interesser for de valgte aktiviteter")
    action_priority = 20
    form_class = forms.InterestsForm

    def ticked(self) -> QuerySet[Activity]:
        return super().ticked().with_terms()

    @staticmethod
    def current(activity: Activity) -> str:
        return ", ".join(term.name for term in activity.interest_terms)


class ChangeOrganisation(ActivityBulkAction):
    """Gives them to another organiser."""

    display_name = gettext_lazy("Ret arrangør")
    action_type = "arrangoer"
    aria_label = gettext_lazy("Ret arrangør for de valgte aktiviteter")
    action_priority = 25
    form_class = forms.OrganisationForm

    @staticmethod
    def current(activity: Activity) -> str:
        return activity.organisation.name


class Export(ActivityBulkAction):
    """Hands them over as a spreadsheet that can be put right and read in again; changes nothing."""

    display_name = gettext_lazy("Hent som regneark")
    action_type = "hent"
    aria_label = gettext_lazy("Hent de valgte aktiviteter som regneark")
    action_priority = 30
    form_class = forms.ExportForm
    template_name = "editorial/admin/bulk_export.html"
    most = 5000
    changes = False
    button = gettext_lazy("Hent filen")

    def form_valid(self, form: forms.ExportForm) -> HttpResponse:
        entries = self.ticked()
        if entries.count() > self.most:
            return self.render_to_response(self.get_context_data(form=form))
        kind = form.cleaned_data["kind"]
        made, content_type = FILES[kind]
        name = f"aktiviteter-udvalgte-{timezone.localdate():%Y-%m-%d}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(made(entries, by=self.request.user), content_type=content_type, headers=headers)


ACTIONS = (Verify, ChangeStatus, ChangeAreas, ChangeInterests, ChangeOrganisation, Export)
