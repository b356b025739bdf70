"""Widgets of the editors' forms."""

from __future__ import annotations

from django import forms
from django.forms.widgets import Script
from wagtail.admin.widgets.slug import SlugInput

# What the forms do while somebody writes.
EDITING = Script("catalogue/editing.js", type="module")


class ColumnCheckboxes(forms.CheckboxSelectMultiple):
    """Many boxes to tick, set in columns as wide as the words."""

    def __init__(self, attrs: dict | None = None, choices: tuple = ()) -> None:
        super().__init__({"class": "catalogue-columns", **(attrs or {})}, choices)

    class Media:
        css = {"all": ["catalogue/admin.css"]}


class DanishSlugInput(SlugInput):
    """An address that follows the title while it is typed, with ae, oe and aa for æ, ø and å."""

    def __init__(self, attrs: dict | None = None) -> None:
        letters = [("[æÆäÄ]", "ae"), ("[øØöÖ]", "oe"), ("[åÅ]", "aa")]
        super().__init__(attrs, formatters=letters, locale="da")
