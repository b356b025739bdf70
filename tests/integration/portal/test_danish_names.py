"""What we keep has a Danish name: models, and what Wagtail makes before there is anything."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Field
from django.utils.text import camel_case_to_spaces
from modelcluster.fields import ParentalKey
from wagtail.models import Collection

from home.models import BasePage
from messages.glossary import english_words
from tests.oracles.danish import OURS

# The same in both languages.
AS_IN_ENGLISH = {"invitation", "partner", "synonym"}
# Kept by the portal itself, in no form.
NOT_IN_A_FORM = {
    "catalogue.ProgrammeEvent",
    "catalogue.SheetImport",
    "catalogue.SheetImportRow",
    "editorial.BulkChange",
    "editorial.LinkUse",
    "images.CustomRendition",
    "referral.SlipEntry",
    "search.IndexChange",
    "search.IndexState",
    "search.KnownWord",
}
MODELS = [model for model in apps.get_models() if model._meta.app_label in OURS]


def _leads_up(field: Field) -> bool:
    return isinstance(field, ParentalKey) or getattr(field.remote_field, "parent_link", False)


def test_no_model_is_called_what_its_class_is_called():
    names = {model._meta.label: str(model._meta.verbose_name) for model in MODELS}
    assert len(names) > 20
    automatic = {label: name for label, name in names.items() if name == camel_case_to_spaces(label.split(".")[1])}
    assert {label: name for label, name in automatic.items() if name not in AS_IN_ENGLISH} == {}


def test_what_a_form_shows_of_a_model_has_no_english():
    shown = {
        f"{model._meta.label}.{field.name}": f"{field.verbose_name} {field.help_text}"
        for model in MODELS
        for field in model._meta.local_fields
        if field.editable and not _leads_up(field) and model._meta.label not in NOT_IN_A_FORM
    }
    assert len(shown) > 100
    assert {name: text for name, text in shown.items() if english_words(text)} == {}


@pytest.mark.django_db
def test_the_roots_have_names_that_editors_understand():
    assert BasePage.get_first_root_node().title == "Alle sider"
    assert Collection.get_first_root_node().name == "Fælles"
