"""200 rows with 12 planted errors: exactly those 12 are refused, each with its reason; the others go in."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalogue.actions.try_import import carry_out, try_import
from catalogue.models import Activity, SheetImport
from catalogue.models.sheet_import import ImportState, Outcome
from tests.factories.spreadsheets import MOST, PLANTED, delimited, two_hundred_rows, workbook


@pytest.fixture
def uploaded(client, town, editor):
    client.force_login(editor)
    file = SimpleUploadedFile("aktiviteter.xlsx", workbook(two_hundred_rows()))
    response = client.post(reverse("ind_og_ud:index"), {"file": file})
    assert response.status_code == 302
    return SheetImport.objects.get()


def test_exactly_the_planted_ones_are_refused_and_explained(uploaded, client):
    refused = {row.number: row.problems for row in uploaded.rows.filter(outcome=Outcome.REFUSED)}
    assert refused.keys() == PLANTED.keys()
    for number, (_changes, heading, said) in PLANTED.items():
        [(told_heading, told)] = refused[number]
        assert told_heading == heading
        assert said in told
    page = client.get(reverse("ind_og_ud:trial", args=[uploaded.pk])).content.decode()
    for _changes, _heading, said in PLANTED.values():
        assert said.replace('"', "&quot;") in page
    assert "188" in page
    assert Activity.objects.count() == 0


def test_all_or_nothing_writes_nothing(uploaded, client):
    client.post(reverse("ind_og_ud:trial", args=[uploaded.pk]), {"hvad": "alt"})
    assert Activity.objects.count() == 0
    uploaded.refresh_from_db()
    assert uploaded.state == ImportState.TRIED


def test_only_the_good_ones_go_in_and_the_same_file_again_changes_nothing(uploaded, client, editor):
    client.post(reverse("ind_og_ud:trial", args=[uploaded.pk]), {"hvad": "gode"})
    assert Activity.objects.filter(live=True).count() == MOST - len(PLANTED)
    uploaded.refresh_from_db()
    assert uploaded.state == ImportState.DONE
    activity = Activity.objects.get(title="Sangaften 7")
    assert activity.latest_revision.user == editor
    assert activity.schedules.get().rrule == "FREQ=WEEKLY;BYDAY=TU"
    again = try_import(content=workbook(two_hundred_rows()), file_name="igen.xlsx", by=editor)
    assert again.rows.filter(outcome=Outcome.UNCHANGED).count() == MOST - len(PLANTED)
    assert again.rows.filter(outcome=Outcome.REFUSED).count() == len(PLANTED)
    before = Activity.objects.get(pk=activity.pk).latest_revision_id
    carry_out(kept=again, only_good=True, by=editor)
    assert Activity.objects.get(pk=activity.pk).latest_revision_id == before
    assert Activity.objects.count() == MOST - len(PLANTED)


def test_the_refused_ones_can_be_fetched_put_right_and_read_in(uploaded, client, editor):
    response = client.get(reverse("ind_og_ud:refused", args=[uploaded.pk]))
    book = openpyxl.load_workbook(BytesIO(response.content))
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[0][0] == "Hvorfor ikke"
    assert len(rows) == 1 + len(PLANTED)
    assert "skal udfyldes" in rows[1][0]
    price = rows[0].index("Pris i kroner")
    [dear] = [place for place, row in enumerate(rows) if row[price] == "dyr"]
    book.active.cell(dear + 1, price + 1).value = 30
    output = BytesIO()
    book.save(output)
    again = try_import(content=output.getvalue(), file_name="rettet.xlsx", by=editor)
    assert again.notes == []
    # What was double in the whole file no longer is: its twin is not among the refused.
    new = again.rows.filter(outcome=Outcome.NEW).values_list("title", flat=True)
    assert set(new) == {"Sangaften 71", "Sangaften 6"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_says_the_same_as_the_workbook(town, editor, encoding, delimiter):
    content = delimited(two_hundred_rows(), delimiter=delimiter, encoding=encoding)
    kept = try_import(content=content, file_name="aktiviteter.csv", by=editor)
    refused = set(kept.rows.filter(outcome=Outcome.REFUSED).values_list("number", flat=True))
    assert refused == PLANTED.keys()
    assert bool(kept.notes) == (encoding == "cp1252")
