"""What goes out comes in again and changes nothing, and what is put right in between is all that changes."""

from __future__ import annotations

import datetime
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.actions.try_import import planned
from catalogue.choices import AccessibilityFeature, NotIn
from catalogue.models import Activity, Area, Organisation, Venue
from catalogue.models.sheet_import import Outcome
from catalogue.sheets.columns import columns
from catalogue.sheets.template import template_for
from catalogue.sheets.writing import csv_of, workbook_of
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ScheduleFactory

LINE = st.text(
    alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\u2028\u2029\x85"), max_size=40
)
AWKWARD = st.sampled_from(
    ["=1+1", "+45 58", "-nej", "@kor", "'=x", 'sagde "hej"', "a;b,c", "007", "3/4", "TRUE", "1e5"]
)
WORDS = st.one_of(LINE, AWKWARD)
BOTH = pytest.mark.parametrize("made", [csv_of, workbook_of])


def outcomes(content: bytes, by) -> dict[str, int]:
    plan, _notes = planned(content, by)
    assert [(row.title, row.problems) for row in plan.rows if row.problems] == []
    return {str(outcome): plan.count(outcome) for outcome in Outcome if plan.count(outcome)}


def full_activity(town: Area) -> Activity:
    activity = ActivityFactory(
        title="Sangaften",
        areas=[town, AreaFactory(name="Skælskør")],
        interests=["sang", "højskole"],
        target_groups=["alle"],
        accessibility_answers={AccessibilityFeature.LIFT: True, AccessibilityFeature.TOILET: False},
        description="Først sang.\r\n\r\nSå kaffe. ",
        first_visit="Du bliver mødt.",
        status_note="",
        age_min=60,
        capacity=20,
        price_dkk="25.50",
        contact_phone="+45 58 00 00 00",
    )
    ScheduleFactory(activity=activity, exdates=(datetime.date(2026, 12, 21), datetime.date(2026, 12, 28)))
    ScheduleFactory(activity=activity, rrule="FREQ=MONTHLY;BYDAY=-1SA;COUNT=8", starts_on=datetime.date(2026, 9, 26))
    ScheduleFactory(activity=activity, rrule="", minutes=2880)
    ScheduleFactory(activity=activity, starts_at=datetime.time(8), not_in=(NotIn.SCHOOL_HOLIDAYS.value,))
    return activity


@BOTH
def test_nothing_changes(made, town, editor):
    full_activity(town)
    ActivityFactory(venue=None, areas=[town], price_dkk=None, schedule_text="Ring og hør")
    Activity.objects.all()[0].save_revision(user=editor).publish()
    assert outcomes(made(Activity.objects.all(), by=editor), editor) == {"uaendret": 2}


@BOTH
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(title=WORDS, words=WORDS, price=st.one_of(st.none(), st.decimals(0, 9999, places=2)), age=st.integers(0, 120))
def test_nothing_changes_whatever_the_words(made, town, editor, title, words, price, age):
    Activity.objects.all().delete()
    ActivityFactory(
        title=title.strip() or "x",
        summary=words.strip() or "x",
        description=words + "\n" + title,
        schedule_text=words,
        price_text=title,
        contact_name=title,
        price_dkk=price,
        age_min=age,
        areas=[town],
        organisation=Organisation.objects.get(slug="sangvennerne"),
        venue=Venue.objects.get(slug="biblioteket"),
    )
    assert outcomes(made(Activity.objects.all(), by=editor), editor) == {"uaendret": 1}


@BOTH
def test_what_has_the_same_name_is_told_apart(made, town, editor):
    twin = OrganisationFactory(name="SANGVENNERNE", slug="sangvennerne-i-vest")
    ActivityFactory(organisation=twin, areas=[town])
    OrganisationFactory(name="Kor; og kaffe (kor-og-kaffe)", slug="kor")
    ActivityFactory(organisation=Organisation.objects.get(slug="kor"), areas=[town])
    assert outcomes(made(Activity.objects.all(), by=editor), editor) == {"uaendret": 2}


def test_only_what_was_put_right_changes(town, editor):
    activity = full_activity(town)
    book = openpyxl.load_workbook(BytesIO(workbook_of(Activity.objects.all(), by=editor)))
    place = [column.heading for column in columns()].index("Pris i kroner") + 1
    book.active.cell(2, place).value = "30 kr."
    output = BytesIO()
    book.save(output)
    plan, _notes = planned(output.getvalue(), editor)
    assert [(row.outcome, row.changes) for row in plan.rows] == [("aendret", [("Pris i kroner", "25,5", "30")])]
    assert plan.rows[0].row.pk == activity.pk


def test_text_that_looks_like_a_formula_is_text(town, editor):
    ActivityFactory(title="=1+1", areas=[town])
    book = openpyxl.load_workbook(BytesIO(workbook_of(Activity.objects.all(), by=editor)))
    assert book.active["B2"].data_type == "s"
    assert ";'=1+1;" in csv_of(Activity.objects.all(), by=editor).decode("utf-8-sig")


def test_export_asks_the_same_number_of_queries_for_any_number(town, editor):
    counts = []
    csv_of(Activity.objects.all(), by=editor)  # asks for the user's permissions, once
    for _size in (1, 10):
        for _n in range(_size):
            full_activity(town)
        with CaptureQueriesContext(connection) as asked:
            csv_of(Activity.objects.all(), by=editor)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_template_offers_choices_and_its_example_can_be_read_in(town, editor):
    content = template_for(editor)
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["Aktiviteter", "Vejledning", "Eksempel", "Valgmuligheder"]
    sheet = book["Aktiviteter"]
    assert sheet.freeze_panes == "C2"
    headings = [cell.value for cell in sheet[1]]
    assert "Titel *" in headings
    assert "Beskrivelse" in headings
    rules = {str(rule.sqref).split(":")[0][:-1]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    lists = book["Valgmuligheder"]
    letter = openpyxl.utils.get_column_letter(headings.index("Status *") + 1)
    top, bottom = rules[letter].partition("!")[2].replace("$", "").split(":")
    assert [cell.value for (cell,) in lists[f"{top}:{bottom}"]] == ["I gang", "På pause", "Ophørt"]
    book.remove(sheet)
    output = BytesIO()
    book.save(output)
    assert outcomes(output.getvalue(), editor) == {"ny": 1}
