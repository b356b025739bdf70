"""Panels that several forms share."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    Panel,
    TitleFieldPanel,
)

from ..forms.rows import DistinctAnswers
from ..forms.widgets import DanishSlugInput


class CheckedInlinePanel(InlinePanel):
    """An inline list whose rows are checked against one another by a formset class of our own."""

    def __init__(self, *args: Any, formset: type | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.formset = formset

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "formset": self.formset}

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        if self.formset:
            options["formsets"][self.relation_name]["formset"] = self.formset
        return options


def title(field: str, placeholder: str) -> TitleFieldPanel:
    """The title or name, which the address follows while it is typed."""
    return TitleFieldPanel(field, placeholder=placeholder, required_on_save=True)


def section(heading: Any, *panels: Panel, **kwargs: Any) -> MultiFieldPanel:
    """Fields that belong together, with their help beside them."""
    return MultiFieldPanel(list(panels), heading=heading, classname="catalogue-beside", **kwargs)


def slug() -> FieldPanel:
    """The address."""
    return FieldPanel("slug", widget=DanishSlugInput)


def accessibility(help_text: str) -> MultiFieldPanel:
    """What is known about accessibility: a line for each answer."""
    answers = CheckedInlinePanel(
        "accessibility_answers",
        formset=DistinctAnswers,
        label=_("svar"),
        panels=[
            FieldRowPanel([FieldPanel("feature", required_on_save=True), FieldPanel("holds")]),
            FieldPanel("note"),
        ],
    )
    return MultiFieldPanel([answers], heading=_("Svar"), help_text=help_text)
