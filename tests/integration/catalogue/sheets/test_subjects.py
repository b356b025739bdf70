"""Organisations and venues go out and come in as activities do."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from catalogue.actions.try_import import planned
from catalogue.choices import AccessibilityFeature, OrganisationKind, VenueKind
from catalogue.models import Activity, Organisation, SheetImport, Venue
from catalogue.models.sheet_import import ImportKind, Outcome
from catalogue.sheets.names import names_for
from catalogue.sheets.subjects import SUBJECTS, Subject
from catalogue.sheets.template import example, template_for
from catalogue.sheets.writing import csv_of, workbook_of
from tests.factories.accounts import user_with
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    OrganisationFactory,
    ResponsibilityFactory,
    VenueFactory,
)
from tests.factories.spreadsheets import book_of, good_row

EACH = pytest.mark.parametrize("subject", SUBJECTS.values(), ids=list(SUBJECTS))
ORGANISATION = {"Navn": "Skakklubben", "Slags": str(OrganisationKind.ASSOCIATION.label), "Telefon": "58 00 00 01"}
VENUE = {"Navn": "Skakhuset", "Slags": str(VenueKind.LIBRARY.label), "Postnummer": 4220, "Område": "Korsør"}


def somebody(role: Role, **responsibility) -> User:
    user = user_with(role)
    ResponsibilityFactory(user=user, **responsibility)
    return user


def rows_of(rows: list[dict], by: User, kind: ImportKind) -> list:
    return planned(book_of(rows), by, kind)[0].rows


def upload(client: Client, content: bytes, kind: ImportKind) -> SheetImport:
    file = SimpleUploadedFile("fil.xlsx", content)
    response = client.post(reverse("ind_og_ud:index"), {"file": file, "kind": kind})
    assert response.status_code == 302
    return SheetImport.objects.order_by("-created_at")[0]


@pytest.fixture
def filled(town):
    """One of each with something in every column."""
    OrganisationFactory(name="Fuld; komma, linje", summary="Først.\r\n\r\nSå.", phone="58 00 00 00",
                        email="a@b.example", website="https://b.example/")  # fmt: skip
    venue = VenueFactory(name="=Huset", area=town, address="Storgade 1", transport="Bus", stop_name="Torvet",
                         stop_metres=200, latitude=55.331, longitude=11.135)  # fmt: skip
    venue.accessibility_answers.create(feature=AccessibilityFeature.LIFT, holds=False, note="I stykker")
    VenueFactory(name="Uden nål", area=town, latitude=None, longitude=None)
    return town


@pytest.mark.parametrize("model", [Organisation, Venue])
@pytest.mark.parametrize("made", [csv_of, workbook_of])
def test_what_goes_out_comes_in_and_changes_nothing(filled, editor, model, made):
    kind = ImportKind.ORGANISATIONS if model is Organisation else ImportKind.VENUES
    found = planned(made(model.objects.all(), by=editor), editor, kind)[0].rows
    assert [(row.outcome, row.problems) for row in found] == [(Outcome.UNCHANGED, [])] * model.objects.count()


@pytest.mark.parametrize(
    ("kind", "row", "model", "changed"),
    [
        (ImportKind.ORGANISATIONS, ORGANISATION, Organisation, ("Telefon", "phone", "58 00 00 02")),
        (ImportKind.VENUES, VENUE, Venue, ("Adresse", "address", "Lilletorv 2")),
    ],
)
def test_they_are_made_changed_and_known_again(client, town, editor, kind, row, model, changed):
    client.force_login(editor)
    heading, field, new = changed
    for words, outcome in ((row, Outcome.NEW), (row, Outcome.UNCHANGED), (row | {heading: new}, Outcome.CHANGED)):
        kept = upload(client, book_of([words]), kind)
        assert [one.outcome for one in kept.rows.all()] == [outcome]
        address = reverse("ind_og_ud:trial", args=[kept.pk])
        page = client.post(address, {"hvad": "alt"}, follow=True).content.decode()
        entry = model.objects.get(name=row["Navn"])
        assert reverse(model.snippet_viewset.get_url_name("edit"), args=[entry.pk]) in page
    assert entry.live and getattr(entry, field) == new
    assert entry.revisions.count() == 2
    assert entry.latest_revision.user == editor


@pytest.mark.parametrize(
    ("kind", "row", "heading", "said"),
    [
        (ImportKind.ORGANISATIONS, ORGANISATION | {"Slags": "Forenning"}, "Slags", "Mente du"),
        (ImportKind.ORGANISATIONS, ORGANISATION | {"Mail": "skak@"}, "Mail", "er ikke en mailadresse"),
        (ImportKind.ORGANISATIONS, ORGANISATION | {"Hjemmeside": "skak.dk"}, "Hjemmeside", "https://"),
        (ImportKind.ORGANISATIONS, ORGANISATION | {"Nøgle": "=A1"}, "Nøgle", "formel uden et resultat"),
        (ImportKind.VENUES, VENUE | {"Postnummer": 422}, "Postnummer", "fire cifre"),
        (ImportKind.VENUES, VENUE | {"Område": "Korsor"}, "Område", "Mente du »Korsør«"),
        (ImportKind.VENUES, VENUE | {"Breddegrad": "11,1", "Længdegrad": "55,3"}, "Breddegrad", "byttet om"),
        (ImportKind.VENUES, VENUE | {"Nærmeste stoppested": "Torvet"}, "Meter fra stoppestedet", "afstanden"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isalpha() else "",
)
def test_what_is_wrong_is_said_beside_its_heading(town, editor, kind, row, heading, said):
    [found] = rows_of([row], editor, kind)
    assert found.outcome == Outcome.REFUSED
    assert [(heading, True)] == [(where, said in words) for where, words in found.problems][:1]


@EACH
def test_template_reads_as_it_is_and_its_example_can_be_read_in(town, editor, subject: Subject):
    OrganisationFactory(name="Aa", phone="58 00 00 00")
    book = openpyxl.load_workbook(BytesIO(template_for(editor, subject)))
    assert book.sheetnames == [subject.sheet, "Vejledning", "Eksempel", "Valgmuligheder"]
    assert book[subject.sheet].data_validations.dataValidation
    names = names_for(editor)
    example_row = {subject.headings[field]: value for field, value in example(names, subject).items()}
    [row] = rows_of([example_row], editor, subject.kind)
    assert row.writes and row.problems == []


@EACH
def test_the_lists_lead_in_and_out(client, town, editor, subject: Subject):
    ActivityFactory(areas=[town])
    client.force_login(editor)
    address = reverse(subject.model.snippet_viewset.get_url_name("list"))
    page = client.get(address).content.decode()
    assert f"{reverse('ind_og_ud:index')}?hvad={subject.kind}" in page
    book = openpyxl.load_workbook(BytesIO(client.get(f"{address}?export=xlsx").content))
    assert [cell.value.removesuffix(" *") for cell in next(book.active.iter_rows())] == list(subject.headings.values())
    shown = client.get(f"{reverse('ind_og_ud:index')}?hvad={subject.kind}").content.decode()
    assert f'<option value="{subject.kind}" selected>' in shown
    assert (
        client.get(f"{reverse('ind_og_ud:template')}?hvad={subject.kind}")
        .headers["Content-Disposition"]
        .endswith(f'{subject.file}-skabelon.xlsx"')
    )


def test_association_keeps_to_its_own_organisation_and_waits_for_approval(town):
    OrganisationFactory(name="En anden")
    user = somebody(Role.ASSOCIATION, organisation=Organisation.objects.get(name="Sangvennerne"))
    rows = [ORGANISATION | {"Navn": name} for name in ("Sangvennerne", "En anden", "Ny")]
    mine, others, new = rows_of(rows, user, ImportKind.ORGANISATIONS)
    assert (mine.outcome, mine.publishes) == (Outcome.CHANGED, False)
    assert "hører til en anden" in others.problems[0][1] and others.changes == []
    assert new.outcome == Outcome.REFUSED


def test_local_editor_keeps_to_the_area_with_venues(client, town):
    user = somebody(Role.LOCAL_EDITOR, area=town)
    AreaFactory(name="Skælskør")
    inside, outside = rows_of([VENUE, VENUE | {"Navn": "Ude", "Område": "Skælskør"}], user, ImportKind.VENUES)
    assert (inside.outcome, inside.publishes) == (Outcome.NEW, True)
    assert [heading for heading, _words in outside.problems] == ["Område"]


def test_a_file_of_another_kind_says_what_to_choose(client, town, editor):
    client.force_login(editor)
    for row, kind, words in (
        (ORGANISATION, ImportKind.SHEET, "regneark med »Arrangører«, ikke med »Aktiviteter«"),
        (VENUE | {"Adresse": "Vej 1"}, ImportKind.ORGANISATIONS, "regneark med »Steder«, ikke med »Arrangører«"),
        (good_row(), ImportKind.VENUES, "Hent skabelonen"),
    ):
        file = SimpleUploadedFile("fil.xlsx", book_of([row]))
        response = client.post(reverse("ind_og_ud:index"), {"file": file, "kind": kind})
        assert response.status_code == 422
        assert words in response.content.decode()
    assert not SheetImport.objects.exists()


def test_who_may_not_write_a_kind_is_not_offered_it(client, town):
    user = somebody(Role.ASSOCIATION, organisation=Organisation.objects.get(name="Sangvennerne"))
    client.force_login(user)
    page = client.get(reverse("ind_og_ud:index")).content.decode()
    assert f'value="{ImportKind.ORGANISATIONS}"' in page and f'value="{ImportKind.VENUES}"' not in page
    assert client.get(f"{reverse('ind_og_ud:template')}?hvad={ImportKind.VENUES}").status_code != 200
    refused = client.post(
        reverse("ind_og_ud:index"),
        {"file": SimpleUploadedFile("a.xlsx", book_of([VENUE])), "kind": ImportKind.VENUES},
    )
    assert refused.status_code == 422
    assert not SheetImport.objects.exists()


# What a sheet does not have, and why.
NOT_IN_A_SHEET = {
    Activity: {"image": "a picture", "split_from": "kept by the portal"},
    Organisation: {},
    Venue: {"image": "a picture", "is_centre": "gives the place a programme and a screen of its own"},
}
OF_THE_PORTAL = {
    "id", "uuid", "created_at", "updated_at", "live", "has_unpublished_changes", "first_published_at",
    "last_published_at", "live_revision", "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by",
    "latest_revision",
}  # fmt: skip
OTHER_NAMES = {"website": "web", "latitude": "lat", "longitude": "lon"}


@EACH
def test_every_field_is_in_the_sheet_or_left_out_on_purpose(subject: Subject):
    fields = {field.name for field in (*subject.model._meta.fields, *subject.model._meta.many_to_many)} - OF_THE_PORTAL
    written = {OTHER_NAMES.get(name, name.replace("contact_", "contact.")) for name in fields}
    written -= {"tagged_items"}
    assert written - set(subject.headings) == NOT_IN_A_SHEET[subject.model].keys()


def test_last_day_of_a_pause_goes_in_and_out(town, editor):
    activity = ActivityFactory(title="Kor", areas=[town], schedule_text="Hver tirsdag")
    row = {"Nøgle": activity.slug, "Status": "På pause", "Hvorfor på pause eller ophørt?": "Ferie"}
    [changed] = rows_of([row | {"Pause til og med": "31/8-2027"}], editor, ImportKind.SHEET)
    assert (changed.problems, str(changed.values["paused_until"])) == ([], "2027-08-31")
    assert ("Pause til og med", "", "31-08-2027") in changed.changes
    [refused] = rows_of([row | {"Status": "I gang", "Pause til og med": "31/8-2027"}], editor, ImportKind.SHEET)
    assert [heading for heading, _words in refused.problems] == ["Pause til og med"]
