"""What is ticked is fetched as a spreadsheet; and a pause of many has a last day."""

from __future__ import annotations

import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from accounts.roles import Role
from tests.factories.accounts import user_with
from tests.integration.rights.people import Place, make_place, responsible

from .test_bulk import address, fresh, published, signed_in, undo


@pytest.fixture
def own(db: None) -> Place:
    return make_place("Korsør")


@pytest.fixture
def foreign(db: None) -> Place:
    return make_place("Skælskør")


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in(user_with(Role.EDITOR))


def titles(content: bytes) -> list[str]:
    """The titles in a workbook, by its own headings."""
    rows = list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))
    column = next(number for number, heading in enumerate(rows[0]) if str(heading).startswith("Titel"))
    return [str(row[column]) for row in rows[1:]]


def test_only_what_is_ticked_is_in_the_workbook(editor: Client):
    one, two, _other = published(title="Krolf"), published(title="Banko"), published(title="Kor")
    page = editor.get(address("hent", one, two)).content.decode()
    assert "Du får et regneark med 2 aktiviteter" in page
    assert "Krolf" in page
    assert "Den har en kladde" not in page
    answer = editor.post(address("hent", one, two), {"kind": "xlsx"})
    assert answer["Content-Disposition"].endswith('.xlsx"')
    assert titles(answer.content) == ["Banko", "Krolf"]
    assert fresh(one).latest_revision == one.latest_revision


def test_csv_opens_in_a_danish_excel(editor: Client):
    answer = editor.post(address("hent", published(title="Kør selv")), {"kind": "csv"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "Kør selv" in answer.content.decode("utf-8-sig")


def test_a_kind_must_be_chosen(editor: Client):
    assert "Vælg en slags fil" in editor.post(address("hent", published()), {}).content.decode()


def test_all_in_the_list_is_fetched_as_it_is_filtered(editor: Client):
    published(status="pause", title="Krolf"), published(title="Banko")
    path = reverse("wagtail_bulk_action", args=["catalogue", "activity", "hent"])
    assert titles(editor.post(f"{path}?status=pause&id=all", {"kind": "xlsx"}).content) == ["Krolf"]


def test_nobody_fetches_what_is_not_theirs(own: Place, foreign: Place):
    client = signed_in(responsible(Role.ASSOCIATION, own))
    assert titles(client.post(address("hent", own.activity), {"kind": "xlsx"}).content) == [own.activity.title]
    assert client.post(address("hent", own.activity, foreign.activity), {"kind": "xlsx"}).status_code in (302, 403)
    path = reverse("wagtail_bulk_action", args=["catalogue", "activity", "hent"])
    assert titles(client.post(f"{path}?id=all", {"kind": "xlsx"}).content) == [own.activity.title]


def test_more_than_can_be_fetched_are_not(editor: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("editorial.bulk.bulk_actions.Export.most", 1)
    answer = editor.post(address("hent", published(), published()), {"kind": "xlsx"})
    assert "Vælg højst 1" in answer.content.decode()


def test_a_pause_of_many_has_a_last_day_and_is_brought_back(editor: Client):
    one, day = published(title="Krolf"), timezone.localdate() + datetime.timedelta(days=20)
    posted = {"status": "pause", "note": "Ferie", "until": day.isoformat()}
    said = editor.post(address("status", one), posted, follow=True).content.decode()
    assert f"På pause« til og med {day:%d.%m.%Y}" in said
    assert fresh(one).paused_until == day
    assert f"til og med {day:%d.%m.%Y}" in editor.get(address("status", one)).content.decode()
    undo(editor)
    assert (fresh(one).status, fresh(one).paused_until) == ("aktiv", None)


def test_only_the_last_day_is_changed(editor: Client):
    one, day = published(status="pause", status_note="Ferie"), timezone.localdate() + datetime.timedelta(days=20)
    editor.post(address("status", one), {"status": "pause", "note": "Ferie", "until": day.isoformat()})
    assert fresh(one).paused_until == day
    editor.post(address("status", one), {"status": "aktiv", "note": "", "until": ""})
    assert fresh(one).paused_until is None


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({"status": "pause", "until": "2020-01-01"}, "allerede gået"),
        ({"status": "pause", "until": "julen"}, "Skriv datoen som dag"),
        ({"status": "afsluttet", "until": "2099-01-01"}, "Vælg »På pause«"),
    ],
)
def test_a_last_day_that_cannot_be_is_said_and_kept(editor: Client, posted: dict[str, str], words: str):
    one = published()
    page = editor.post(address("status", one), posted).content.decode()
    assert words in page
    assert f'value="{posted["until"]}"' in page
    assert fresh(one).status == "aktiv"
