"""Two who save the same entry: the second is told what the first changed, before anything is overwritten.

Wagtail asks this in the browser, of scripts. Here the server asks, so that it holds without them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.models import Revision, RevisionMixin

from ..comparing.differences import Difference, differences


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A field that the other has changed; `outcome` says what stands in the form now."""

    difference: Difference
    outcome: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Who saved what in between. `fields` is None when what the form began with cannot be found any more."""

    who: str
    is_oneself: bool
    when: Any
    fields: list[Meanwhile] | None


class TellsOfOverlap:
    """Mixed into the view that saves an entry. What one did not touch follows the other; what one typed stays."""

    overlap: Overlap | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self._before_setup = dict(self.__dict__)
        super().setup(request, *args, **kwargs)  # type: ignore[misc]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One at a time: who comes while another is saving waits, and then begins anew with what was saved."""
        view: Any = self
        if not issubclass(view.model, RevisionMixin):
            return super().post(request, *args, **kwargs)  # type: ignore[misc]
        key = view.object.pk
        with transaction.atomic():
            row = view.model._default_manager.select_for_update(of=("self",)).filter(pk=key)
            newest = row.values_list("latest_revision", flat=True).first()
            if newest != view.object.latest_revision_id:
                self.__dict__ = dict(self._before_setup)
                self.setup(request, *args, **kwargs)
            return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def is_valid(self, form: Any) -> bool:
        view: Any = self
        stale = not view.expects_json_response and view.action != "cancel-workflow" and view.is_out_of_date
        if not stale or view.locked_for_user:
            return super().is_valid(form)  # type: ignore[misc]
        self.overlap = _overlap(view, form)
        if view.saving_as_draft:
            form.defer_required_fields()
        form.is_valid()
        if view.saving_as_draft:
            form.restore_required_fields()
        view.produced_error_code = "invalid_revision"
        view.produced_error_message = _("En anden har gemt, mens du skrev. Dit er ikke gemt endnu: se herunder.")
        return False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "overlap": self.overlap}  # type: ignore[misc]


def _overlap(view: Any, form: Any) -> Overlap:
    latest: Revision = view.latest_revision
    return Overlap(
        who=str(latest.user or ""),
        is_oneself=latest.user_id == view.request.user.pk,
        when=latest.created_at,
        fields=_meanwhile(view, form, latest),
    )


def _meanwhile(view: Any, form: Any, latest: Revision) -> list[Meanwhile] | None:
    began = view.request.POST.get("loaded_revision_id", "")
    revisions = view.object.revisions.exclude(pk=latest.pk)
    base = revisions.filter(pk=began).first() if began.isdecimal() else None
    if base is None:
        return None
    before = base.as_object()
    form.data = form.data.copy()
    found = differences(before, latest.as_object())
    began_with = type(form)(instance=before, for_user=view.request.user)
    return [Meanwhile(one, _take_over(form, began_with, one.name)) for one in found]


def _take_over(form: Any, began_with: Any, name: str) -> str:
    """Puts the other's answer into the form where one has not touched the field; says what stands there now."""
    if name in form.formsets:
        return _("I dine linjer står det, som da du begyndte, med det, du selv har rettet.")
    if name not in form.fields:
        return ""
    field, key = form.fields[name], form.add_prefix(name)
    typed = field.widget.value_from_datadict(form.data, form.files, key)
    if field.has_changed(_posted(began_with.get_initial_for_field(began_with.fields[name], name)), _posted(typed)):
        return _("Du har også rettet det. Dit står i feltet.")
    _put(form.data, key, field, form.get_initial_for_field(field, name))
    return _("Det står nu også i dit felt.")


def _posted(value: Any) -> Any:
    """A text with the line ends of a browser."""
    return "\r\n".join(value.splitlines()) if isinstance(value, str) else value


def _put(data: Any, key: str, field: forms.Field, value: Any) -> None:
    """Writes a value into what was posted, as a browser would send it."""
    prepared, widget = field.prepare_value(value), field.widget
    if isinstance(widget, forms.CheckboxInput):
        data.setlist(key, ["on"] if prepared else [])
    elif getattr(widget, "allow_multiple_selected", False):
        data.setlist(key, [str(getattr(one, "pk", one)) for one in prepared or ()])
    elif isinstance(widget, forms.widgets.Input | forms.Textarea):
        data[key] = widget.format_value(prepared) or ""
    else:
        key_of = prepared.pk if isinstance(prepared, models.Model) else prepared
        data[key] = "" if key_of is None else str(key_of)
