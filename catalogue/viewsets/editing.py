"""Views that save: what the database refuses becomes a message beside what was typed, never an error page."""

from __future__ import annotations

import logging
from typing import Any

from django.db import IntegrityError, models, transaction
from django.forms import ModelForm
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CopyView, CreateView, EditView

from ..completeness import advice
from ..copying import as_new
from ..life.routes import ways
from ..life.views import SPLITTABLE
from ..models import Activity
from ..similar import similar_to
from .guard import PublishesOnlyOwn
from .overlap import TellsOfOverlap
from .shown import ShownFromOneReading

logger = logging.getLogger(__name__)


class SafeSaveMixin:
    """Shows the form again, with everything typed in it, when the database refuses it after all."""

    def save_action(self) -> HttpResponse:
        response = super().save_action()  # type: ignore[misc]
        if self.action == "publish" and not self.expects_json_response:  # type: ignore[attr-defined]
            for sentence in self.get_advice():
                messages.warning(self.request, sentence)  # type: ignore[attr-defined]
        if isinstance(self.object, Activity) and not self.expects_json_response:  # type: ignore[attr-defined]
            for found in similar_to(self.object, self.request.user):  # type: ignore[attr-defined]
                button = messages.button(found.address, _("Se den"))
                messages.warning(self.request, found.sentence, buttons=[button])  # type: ignore[attr-defined]
        return response

    def get_form(self, *args: Any, **kwargs: Any) -> ModelForm:
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        form.reads_times = not self.expects_json_response  # type: ignore[attr-defined]
        return form

    def get_advice(self) -> list[str]:
        """What would make the entry that has just been published better."""
        return advice(self.object) if isinstance(self.object, Activity) else []  # type: ignore[attr-defined]

    def form_valid(self, form: ModelForm) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except IntegrityError as error:
            logger.warning("The database refused %s: %s", form.instance._meta.label, error)
            message = _("Det kan ikke gemmes, fordi noget af det findes i forvejen. Se linjerne igennem, og prøv igen.")
            self.produced_error_code = "validation_error"
            self.produced_error_message = message
            form.add_error(None, message)
            return self.form_invalid(form)  # type: ignore[attr-defined]


class EntryCreateView(SafeSaveMixin, PublishesOnlyOwn, CreateView):
    """Adds an entry."""


class EntryCopyView(SafeSaveMixin, PublishesOnlyOwn, CopyView):
    """Fills the form for a new entry with another's answers; what is only the other's own is left empty."""

    def get_object(self, queryset: Any = None) -> models.Model | None:
        """The other entry, changed in memory. What is sent here makes a new one, as at the form's own address."""
        return None if self.request.method == "POST" else as_new(super().get_object(queryset))


class EntryEditView(SafeSaveMixin, TellsOfOverlap, PublishesOnlyOwn, ShownFromOneReading, EditView):
    """Changes an entry."""


class ActivityEditView(EntryEditView):
    """Changes an activity; what takes effect at once is in the menu above the form."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        # What is public decides, not what a draft says; in a form that comes back both are changed.
        shown = self.live_object if self.request.method == "GET" else Activity.objects.get(pk=self.object.pk)
        may_publish = self.user_has_permission_for_instance("publish", shown)
        splits = shown.schedules.count() >= SPLITTABLE and may_publish
        return [*super().header_more_buttons, *ways(shown, splits=splits)]
