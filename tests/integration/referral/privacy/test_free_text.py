"""No free text of the referrals takes a civil registration number: every field of every form of the app is asked."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.core.exceptions import ValidationError

import referral

NUMBERS = (
    "010190-1234",
    "Hun hedder 0101901234",
    "010190 1234 ringer",
    "010190\N{NON-BREAKING HYPHEN}1234",
    "０１０１９０１２３４",
)
# Fields that are read from a list, or as a number or a date.
NOT_FREE = (forms.ChoiceField, forms.IntegerField, forms.DateField, forms.UUIDField, forms.BooleanField)
# Hidden on its page: an address of the portal's own to lead back to, which is written down nowhere.
NOT_TYPED = {"SlipForm.fra"}


def form_classes() -> list[type[forms.BaseForm]]:
    for module in pkgutil.walk_packages(referral.__path__, "referral."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    return sorted(set(_below(forms.BaseForm)), key=lambda one: (one.__module__, one.__qualname__))


def _below(base: type) -> Iterator[type[forms.BaseForm]]:
    for one in base.__subclasses__():
        if one.__module__.startswith("referral."):
            yield one
        yield from _below(one)


def free_fields() -> list[tuple[type[forms.BaseForm], str]]:
    return [
        (form, name)
        for form in form_classes()
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, forms.CharField)
        and not isinstance(field, NOT_FREE)
        and not field.widget.is_hidden
        and f"{form.__name__}.{name}" not in NOT_TYPED
    ]


def refuses(form: type[forms.BaseForm], name: str, text: str) -> bool:
    """By the field itself, or by the form's own cleaning of it."""
    try:
        form.base_fields[name].clean(text)
        instance = form.__new__(form)
        instance.cleaned_data = {name: text}
        getattr(instance, f"clean_{name}", lambda: None)()
    except ValidationError as error:
        return "CPR" in " ".join(error.messages)
    return False


@pytest.mark.parametrize("number", NUMBERS)
def test_every_free_text_refuses_a_civil_registration_number(number):
    asked = free_fields()
    assert {"NoteForm.note", "CaseForm.phone", "CaseForm.address", "CaseForm.first_name", "AnswerForm.note"} <= {
        f"{form.__name__}.{name}" for form, name in asked
    }
    taken = [f"{form.__module__}.{form.__name__}.{name}" for form, name in asked if not refuses(form, name, number)]
    assert taken == []
