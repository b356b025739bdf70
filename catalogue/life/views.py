"""Pages where an entry that visitors see is changed at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.admin.utils import quote
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from ..actions.end_entry import end_entry
from ..actions.pause_entry import pause_entry
from ..actions.resume_entry import resume_entry
from ..actions.set_places_left import set_places_left
from ..actions.single_dates import cancel_date, move_date, restore_date
from ..actions.split_entry import Part, split_entry
from ..actions.verify_entry import verify_entry
from ..choices import Status
from ..models import Activity
from .dates import date_of, dates_of, moment_words
from .forms import (
    REASONS,
    CancelForm,
    ConfirmForm,
    EndForm,
    MoveForm,
    PauseForm,
    PlacesForm,
    SplitForm,
    VerifyForm,
)

SPLITTABLE = 2


class LifeMixin(BaseObjectMixin, WagtailAdminTemplateMixin):
    """An entry that is live, and the way back; one that is not is sent to its form."""

    model: Any = Activity
    index_url_name: str | None = None
    edit_url_name: str | None = None
    heading: ClassVar[Any] = ""
    header_icon = "calendar-alt"
    object: Activity

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.object.live:
            messages.error(request, _("Andre kan ikke se aktiviteten endnu. Ret den her i stedet."))
            return redirect(self.address("edit"))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def address(self, name: str, **kwargs: Any) -> str:
        """An address of this entry."""
        viewset = Activity.snippet_viewset  # type: ignore[attr-defined]
        return reverse(viewset.get_url_name(name), kwargs={"pk": quote(self.object.pk), **kwargs})

    def get_page_title(self) -> str:
        return str(self.heading)

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        viewset = Activity.snippet_viewset  # type: ignore[attr-defined]
        return [
            *self.breadcrumbs_items,
            {"url": reverse(viewset.get_url_name("list")), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": self.address("edit"), "label": str(self.object)},
            {"url": "", "label": self.get_page_title(), "sublabel": str(self.object)},
        ]


class DatesView(LifeMixin, TemplateView):
    """The coming dates, each with what can be done to it."""

    template_name = "catalogue/admin/dates.html"
    heading = gettext_lazy("Datoer")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "dates": dates_of(self.object, self.address),
            "paused": self.object.status == Status.PAUSED,
            "ended": self.object.status == Status.ENDED,
            "resume": self.address("resume"),
            "edit": self.address("edit"),
        }


class AskingView(LifeMixin, FormView):
    """A question or two and a button. What the action refuses stands beside what was typed."""

    template_name = "catalogue/admin/life.html"
    form_class: Any = ConfirmForm
    button: ClassVar[Any] = ""
    words: ClassVar[Any] = ""

    def done(self, form: Form) -> str:
        """Does it, and says what was done; raises `ValidationError`."""
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            message = self.done(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, message)
        return redirect(self.get_success_url())

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or self.address("edit")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "button": self.button,
            "words": self.get_words(),
            "reasons": REASONS,
            "next": get_valid_next_url_from_request(self.request),
            "back": self.get_success_url(),
        }

    def get_words(self) -> str:
        return str(self.words)


class OneDateMixin:
    """A page about one date of the schedule; the date stands in its address."""

    @cached_property
    def start(self) -> datetime:
        return self.kwargs["start"]  # type: ignore[attr-defined]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if date_of(self.object, self.start) is None:  # type: ignore[attr-defined]
            messages.error(request, _("Aktiviteten har ingen gang på det tidspunkt. Her er dem, den har."))
            return redirect(self.address("dates"))  # type: ignore[attr-defined]
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_success_url(self) -> str:
        return self.address("dates")  # type: ignore[attr-defined]

    def get_page_title(self) -> str:
        return f"{self.heading}: {moment_words(self.start)}"  # type: ignore[attr-defined]


class CancelDateView(OneDateMixin, AskingView):
    """Cancels one date."""

    form_class = CancelForm
    heading, button = gettext_lazy("Aflys"), gettext_lazy("Aflys den gang")
    words = gettext_lazy("De andre gange bliver, som de er.")

    def done(self, form: Form) -> str:
        cancel_date(entry=self.object, start=self.start, reason=form.cleaned_data["reason"], by=self.request.user)
        return _("Aflyst: %(when)s. Alle kan se det nu.") % {"when": moment_words(self.start)}


class MoveDateView(OneDateMixin, AskingView):
    """Moves one date."""

    form_class = MoveForm
    heading, button = gettext_lazy("Flyt"), gettext_lazy("Flyt den gang")
    words = gettext_lazy("De andre gange bliver, som de er.")

    def get_initial(self) -> dict[str, Any]:
        return {"day": self.start.date(), "clock": self.start.time()}

    def done(self, form: Form) -> str:
        to, data = form.moved_to(), form.cleaned_data  # type: ignore[attr-defined]
        move_date(
            entry=self.object,
            start=self.start,
            to=to,
            minutes=data["minutes"],
            reason=data["reason"],
            by=self.request.user,
        )
        return _("Flyttet: %(when)s til %(to)s. Alle kan se det nu.") % {
            "when": moment_words(self.start),
            "to": moment_words(to),
        }


class RestoreDateView(OneDateMixin, AskingView):
    """Lets one date take place as planned."""

    heading, button = gettext_lazy("Fortryd"), gettext_lazy("Lad den være som planlagt")
    words = gettext_lazy("Gangen er ikke længere aflyst eller flyttet. Den er, hvor den plejer at være.")

    def done(self, form: Form) -> str:
        restore_date(entry=self.object, start=self.start, by=self.request.user)
        return _("Som planlagt igen: %(when)s.") % {"when": moment_words(self.start)}


class PauseView(AskingView):
    """Puts the entry on pause."""

    form_class = PauseForm
    heading, button = gettext_lazy("Sæt på pause"), gettext_lazy("Sæt på pause")
    words = gettext_lazy("Aktiviteten kan stadig findes, men der står, at den holder pause, og hvorfor.")

    def get_initial(self) -> dict[str, Any]:
        if self.object.status != Status.PAUSED:
            return {}
        return {"reason": self.object.status_note, "until": self.object.paused_until}

    def done(self, form: Form) -> str:
        data = form.cleaned_data
        pause_entry(entry=self.object, reason=data["reason"], until=data["until"], by=self.request.user)
        return _("»%(title)s« er på pause. Alle kan se det nu.") % {"title": self.object}


class ResumeView(AskingView):
    """Says that the entry runs."""

    heading, button = gettext_lazy("Sæt i gang igen"), gettext_lazy("Sæt i gang igen")
    words = gettext_lazy("Der står ikke længere, at aktiviteten holder pause eller er ophørt.")

    def done(self, form: Form) -> str:
        resume_entry(entry=self.object, by=self.request.user)
        return _("»%(title)s« er i gang igen. Alle kan se det nu.") % {"title": self.object}


class EndView(AskingView):
    """Says that the entry has ended."""

    form_class = EndForm
    heading, button = gettext_lazy("Meld ophørt"), gettext_lazy("Meld ophørt")
    words = gettext_lazy(
        "Aktiviteten kan ikke findes mere. Har man adressen, står der, at det er stoppet, og hvad man kan i stedet. "
        "Holder den kun pause, så sæt den på pause."
    )

    def done(self, form: Form) -> str:
        end_entry(entry=self.object, reason=form.cleaned_data["reason"], by=self.request.user)
        return _("»%(title)s« er meldt ophørt.") % {"title": self.object}


class VerifyView(AskingView):
    """Says that the entry still holds."""

    form_class = VerifyForm
    heading, button = gettext_lazy("Bekræft"), gettext_lazy("Det passer stadig")
    words = gettext_lazy("Se siden igennem først. Datoen vises for alle som »Sidst bekræftet«.")

    def done(self, form: Form) -> str:
        verify_entry(entry=self.object, by=self.request.user, who=form.cleaned_data["who"])
        return _("Tak. »%(title)s« er bekræftet i dag.") % {"title": self.object}


class SplitView(AskingView):
    """Makes two entries of one."""

    form_class = SplitForm
    heading, button = gettext_lazy("Del i to"), gettext_lazy("Del aktiviteten i to")
    words = gettext_lazy(
        "Nogle af tidspunkterne bliver til en aktivitet for sig, som straks er offentlig. Alt andet er ens i de to, "
        "og de henviser til hinanden."
    )
    new: Activity | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.live and self.object.schedules.count() < SPLITTABLE:
            messages.error(request, _("Der er ikke to tidspunkter at dele. Brug »Kopier« i stedet."))
            return redirect(self.address("edit"))
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        words = self.object.schedule_text
        return {"title": self.object.title, "new_text": words, "old_text": words}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "entry": self.object, "user": self.request.user}

    def done(self, form: Form) -> str:
        data = form.cleaned_data
        self.new = split_entry(
            entry=self.object,
            schedules=[int(pk) for pk in data["schedules"]],
            part=Part(data["title"], data["new_text"], data["venue"]),
            schedule_text=data["old_text"],
            by=self.request.user,
        )
        return _("Delt i to. Her er den nye: »%(title)s«. Se, om alt i den passer.") % {"title": self.new}

    def get_success_url(self) -> str:
        if self.new is None:
            return super().get_success_url()
        self.object = self.new
        return self.address("edit")


class PlacesView(AskingView):
    """Says how many places are left; a step from the list needs no page of its own."""

    template_name = "catalogue/admin/places.html"
    form_class = PlacesForm
    heading, button = gettext_lazy("Ledige pladser"), gettext_lazy("Gem tallet")

    def get_initial(self) -> dict[str, Any]:
        return {"number": self.object.places_left}

    def get_words(self) -> str:
        if self.object.capacity is None:
            return ""
        return _("Der er %(n)d pladser i alt.") % {"n": self.object.capacity}

    def done(self, form: Form) -> str:
        data = form.cleaned_data
        step = data.get("more")
        amount = {"more": step} if step is not None else {"number": data["number"]}
        self.object = set_places_left(entry=self.object, by=self.request.user, **amount)
        left = self.object.places_left
        if left is None:
            return _("»%(title)s«: der står ikke længere, hvor mange pladser der er.") % {"title": self.object}
        return _("»%(title)s«: %(n)d ledige pladser.") % {"title": self.object, "n": left}

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or self.address("places")
