"""The form of an activity."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy

from ..completeness import missing
from ..models import Interest, TargetGroup
from .entry import EntryForm
from .fields import AreasField, VocabularyField
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

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        for field, message in missing(self.instance, has_schedule=self._has_schedule()).items():
            if field in self.fields and field not in self.errors:
                self.add_error(field, message)

    def _has_schedule(self) -> bool:
        return any(_is_kept(form) for form in self.formsets["schedules"].forms)


def _is_kept(form: Any) -> bool:
    """Whether a row of an inline list is filled in and not being deleted."""
    deleted = form.data.get(form.add_prefix("DELETE"))
    return not deleted and (bool(form.instance.pk) or form.has_changed())
