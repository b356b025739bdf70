"""Widgets of the editors' forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.widgets.slug import SlugInput

# What the forms do while somebody writes.
EDITING = Script("catalogue/editing.js", type="module")


class ColumnCheckboxes(forms.CheckboxSelectMultiple):
    """Many boxes to tick, set in columns as wide as the words."""

    def __init__(self, attrs: dict | None = None, choices: tuple = ()) -> None:
        super().__init__({"class": "catalogue-columns", **(attrs or {})}, choices)

    class Media:
        css = {"all": ["catalogue/admin.css"]}


class LongCheckboxes(ColumnCheckboxes):
    """The same for a long list: a field above it narrows it, where there are scripts. What is ticked always shows."""

    class Media:
        js = (Script("catalogue/narrowing.js", type="module"),)

    def render(self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        boxes = super().render(name, value, attrs, renderer)
        return format_html(
            '<div data-controller="catalogue-narrow" data-catalogue-narrow-label-value="{}"'
            ' data-catalogue-narrow-chosen-value="{}" data-catalogue-narrow-found-value="{}"'
            ' data-catalogue-narrow-none-value="{}">{}</div>',
            _("Find på listen"),
            _("Valgt:"),
            _("{n} af {all} passer. Det, du har valgt, bliver stående."),
            _("Intet på listen passer på »{text}«."),
            boxes,
        )


class DanishSlugInput(SlugInput):
    """An address that follows the title while it is typed, with ae, oe and aa for æ, ø and å."""

    def __init__(self, attrs: dict | None = None) -> None:
        letters = [("[æÆäÄ]", "ae"), ("[øØöÖ]", "oe"), ("[åÅ]", "aa")]
        super().__init__(attrs, formatters=letters, locale="da")
