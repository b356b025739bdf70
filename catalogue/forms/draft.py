"""An entry as its form stands, also when parts of it cannot be saved yet."""

from __future__ import annotations

from typing import Any

from django.db import models

from .entry import EntryForm


def draft_of(form: EntryForm) -> Any:
    """The instance in memory with all that is valid of what was typed, without broken rows. Saves nothing."""
    form.defer_required_fields()
    form.is_valid()
    instance = form.instance
    emptied = {name for name, errors in form.errors.as_data().items() if any(e.code == "required" for e in errors)}
    for field in instance._meta.concrete_fields:
        if field.name in emptied:
            setattr(instance, field.attname, field.get_default())
    for field in (*instance._meta.many_to_many, *instance._meta.private_fields):
        if field.name in form.cleaned_data or field.name in emptied:
            field.save_form_data(instance, form.cleaned_data.get(field.name, []))
    for name, formset in form.formsets.items():
        getattr(instance, name).set(_rows(formset))
    # What a form says in words counts like rows.
    for row in form.cleaned_data.get("times") or []:
        instance.schedules.add(row)
    return instance


def _rows(formset: Any) -> list[models.Model]:
    return [
        row.instance
        for row in formset.forms
        if row.is_valid() and not row.cleaned_data.get("DELETE") and (row.instance.pk or row.has_changed())
    ]
