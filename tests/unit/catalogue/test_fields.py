"""Sets of values in one column."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError

from catalogue.choices import Delivery
from catalogue.fields import ChoiceSetField, DateSetField
from catalogue.models import Activity
from tests.factories.catalogue import ActivityFactory


def test_choices_keep_the_lists_order_and_lose_doubles():
    field = ChoiceSetField(options=Delivery)
    assert field.to_python(["telefon", "hjemme", "telefon"]) == ("hjemme", "telefon")
    assert field.to_python(field.get_prep_value(("telefon", "hjemme"))) == (
        "hjemme",
        "telefon",
    )
    assert field.to_python("") == ()
    assert field.labels(("telefon",)) == ["På telefon"]


def test_an_unknown_choice_is_refused():
    with pytest.raises(ValidationError, match="Ukendt valg: brevdue"):
        ChoiceSetField(options=Delivery).clean(("brevdue",), None)


def test_dates_are_read_in_danish_and_in_iso_form():
    field = DateSetField()
    christmas = datetime.date(2026, 12, 24)
    assert field.to_python("24.12.2026; 2026-12-24\n31/12/2026") == (
        christmas,
        datetime.date(2026, 12, 31),
    )
    assert field.get_prep_value((christmas,)) == ",2026-12-24,"


@pytest.mark.parametrize("text", ["jul", "32.12.2026", "24.12"])
def test_what_is_not_a_date_is_named_in_the_error(text):
    with pytest.raises(ValidationError, match="er ikke en dato"):
        DateSetField().to_python(text)


def test_the_form_shows_the_dates_as_people_write_them():
    form_field = DateSetField(blank=True).formfield()
    value = (datetime.date(2026, 12, 24), datetime.date(2026, 12, 31))
    assert form_field.prepare_value(value) == "24.12.2026, 31.12.2026"
    assert form_field.clean("24.12.2026, 31.12.2026") == value
    assert not form_field.has_changed(value, "24.12.2026, 31.12.2026")
    assert form_field.has_changed(value, "noget andet")


@pytest.mark.django_db
def test_has_finds_whole_values_only():
    by_phone = ActivityFactory(delivery=("telefon", "hjemme"))
    ActivityFactory(delivery=("fremmoede",))
    assert list(Activity.objects.filter(delivery__has="telefon")) == [by_phone]
    assert not Activity.objects.filter(delivery__has="tele").exists()
