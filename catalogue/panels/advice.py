"""Parts of the form that answer what is typed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, Panel

from ..advising import Asked, part
from ..queries.for_form import read_whole
from ..readability import EASY


class AdvicePanel(Panel):
    """Shows one of `advising.PARTS`, and again when what is typed changes."""

    def __init__(self, part: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.part = part

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "part": self.part}

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalogue/admin/advice_panel.html"

        @property
        def name(self) -> str:
            """Which part."""
            return self.panel.part

        @property
        def _times(self) -> str:
            return str(self.form["times"].value() or "") if "times" in self.form.fields else ""

        @cached_property
        def html(self) -> str:
            """The part as the entry stands."""
            if self.instance.pk:
                read_whole(self.instance)
            # Rendered by a template of ours, which escapes.
            return mark_safe(part(self.name, Asked(self.instance, self.request.user, self._times)))  # noqa: S308


class AdvisedForm(ObjectList):
    """A form with parts that answer: its script asks at `advise_on_add`, and for an entry that is there at its key."""

    class BoundPanel(ObjectList.BoundPanel):
        template_name = "catalogue/admin/advised_form.html"

        @property
        def address(self) -> str:
            """Where the script asks."""
            return reverse(type(self.instance).snippet_viewset.get_url_name("advise_on_add"))


def read(field: str, **kwargs: Any) -> FieldPanel:
    """A text whose LIX is shown while it is written."""
    words = {
        "data-controller": "catalogue-readability",
        "data-catalogue-readability-most-value": EASY,
        "data-catalogue-readability-easy-value": _("Lix {lix}: let at læse."),
        "data-catalogue-readability-hard-value": _(
            "Lix {lix}: det bør højst være {most}. Skriv kortere sætninger og færre lange ord."
        ),
        "data-catalogue-readability-sentence-value": _("Del sætningen »{text}«."),
        "data-catalogue-readability-words-value": _("Lange ord: {text}."),
    }
    return FieldPanel(field, attrs=words, **kwargs)
