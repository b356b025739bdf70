"""The form of an activity."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from ..completeness import missing
from ..models import Activity, Interest, Schedule, TargetGroup
from ..queries.offered import area_choices, term_choices
from ..recurrence.reading import read_times
from ..recurrence.reading.read import MOST_TEXT
from .entry import EntryForm
from .fields import AreasField, VocabularyField
from .times import content_of, row_of, what_is_wrong
from .widgets import EDITING


class ActivityForm(EntryForm):
    """Saves a draft that lacks things, and publishes only what citizens can use."""

    class Meta(EntryForm.Meta):
        # Typed and shown with a comma, as people write numbers here.
        localized_fields = ("price_dkk",)

    class Media:
        js = (EDITING,)
        css: ClassVar = {"all": ["catalogue/admin.css"]}

    title_field = "title"

    areas = AreasField(
        label=gettext_lazy("Områder"),
        help_text=gettext_lazy("Hvor bor de, der kan være med? Gælder det hele kommunen, så vælg kun kommunen."),
    )
    interests = VocabularyField(
        Interest,
        label=gettext_lazy("Interesser"),
        help_text=gettext_lazy("Hvad handler det om? Vælg det, folk ville lede efter."),
    )
    target_groups = VocabularyField(
        TargetGroup,
        label=gettext_lazy("Særligt for"),
        help_text=gettext_lazy("Vælg kun, når det er lavet til bestemte mennesker. Er det for enhver, så vælg »alle«."),
    )

    times = forms.CharField(
        label=gettext_lazy("Skriv, hvornår det er"),
        help_text=gettext_lazy(
            "Med dine egne ord, og et klokkeslæt. For eksempel: »hver 2. tirsdag kl. 10-12, ikke i skoleferier« eller "
            "»første torsdag i måneden kl. 19-21«. Når du gemmer, bliver det til linjer herunder."
        ),
        required=False,
        max_length=MOST_TEXT,
        widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
    )
    # What saves by itself while somebody writes leaves the words alone: they may not be finished.
    reads_times = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The form is gone through several times, and the lists are the same for everybody.
        for name, offered in (
            ("areas", area_choices),
            ("interests", partial(term_choices, Interest)),
            ("target_groups", partial(term_choices, TargetGroup)),
        ):
            self.fields[name].widget.choices = SimpleLazyObject(offered)

    def clean_summary(self) -> str:
        """One line, though there is room for several while one writes."""
        return " ".join(self.cleaned_data["summary"].split())

    def clean_times(self) -> list[Schedule]:
        """The words as rows, none of which is there already."""
        words = self.cleaned_data["times"]
        if not words.strip():
            return []
        if not self.reads_times:
            raise ValidationError(_("Indsæt tidspunkterne, eller gem kladden, så bliver ordene til linjer."))
        reading = read_times(words, timezone.localdate())
        if not reading.is_whole:
            raise ValidationError(what_is_wrong(reading))
        return [row_of(rule) for rule in reading.rules]

    def save(self, commit: bool = True) -> Activity:
        activity = super().save(commit=commit)
        present = {content_of(row) for row in activity.schedules.all()}
        rows = [row for row in self.cleaned_data.get("times") or [] if content_of(row) not in present]
        if rows:
            activity.schedules.add(*rows)
            if commit:
                activity.save()
        return activity

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, message in missing(self.instance, has_schedule=self._has_schedule()).items():
            if field in self.fields and field not in self.errors:
                self.add_error(field, message)

    def _has_schedule(self) -> bool:
        return bool(self.cleaned_data.get("times")) or any(_is_kept(form) for form in self.formsets["schedules"].forms)


def _is_kept(form: Any) -> bool:
    """Whether a row of an inline list is filled in and not being deleted."""
    deleted = form.data.get(form.add_prefix("DELETE"))
    return not deleted and (bool(form.instance.pk) or form.has_changed())
