"""The handbook: whole, reachable in the editors' system, and safe."""

from __future__ import annotations

import re

import pytest
from django.http import Http404
from django.urls import reverse

from accounts.roles import Role
from editorial.handbook.chapters import FOLDER, PICTURES, names, read_chapter
from editorial.handbook.views import picture
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db
FILES = sorted(FOLDER.glob("*.md"))


@pytest.fixture
def reader(client):
    """Somebody who may sign in, and no more."""
    client.force_login(user_with(Role.ASSOCIATION))
    return client


def test_first_page_lists_every_chapter():
    assert set(names()) == {file.stem for file in FILES} - {"README"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_chapter_leads_to_what_is_there(file):
    text = file.read_text("utf-8")
    assert text.startswith("# ")
    for name in re.findall(r"\]\(([a-z0-9-]+)\.md\)", text):
        assert (FOLDER / f"{name}.md").is_file(), name
    for words, name in re.findall(r"!\[([^]]*)\]\(billeder/([^)]+)\)", text):
        assert words and (PICTURES / name).is_file(), name


def test_every_picture_is_used():
    used = {name for file in FILES for name in re.findall(r"\(billeder/([^)]+)\)", file.read_text("utf-8"))}
    assert {file.name for file in PICTURES.iterdir()} == used


def test_handbook_is_read_in_the_editors_system(reader):
    html = reader.get(reverse("haandbog:index")).content.decode()
    assert "Redaktørens håndbog" in html
    address = reverse("haandbog:chapter", args=["tidspunkter"])
    assert f'href="{address}"' in html
    assert "hver 2. tirsdag kl. 10-12" in reader.get(address).content.decode()


def test_pictures_are_served_to_readers(reader):
    html = reader.get(reverse("haandbog:chapter", args=["godkend"])).content.decode()
    source = re.search(r'<img src="([^"]+)" alt="[^"]+"', html)
    response = reader.get(source[1])
    assert response["Content-Type"] == "image/png"
    assert b"".join(response.streaming_content).startswith(b"\x89PNG")
    response.close()


@pytest.mark.parametrize("name", ["findes-ikke", "readme"])
def test_chapter_that_is_not_there_is_not_found(reader, name):
    assert reader.get(f"/admin/haandbog/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["../README.md", "..", "tidspunkter.md", "findes-ikke.png"])
def test_nothing_but_pictures_is_served(rf, name):
    with pytest.raises(Http404):
        picture(rf.get("/"), name)


def test_visitors_are_asked_to_sign_in(client):
    assert client.get(reverse("haandbog:index")).status_code == 302


def test_html_in_a_chapter_is_shown_as_it_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("editorial.handbook.chapters.FOLDER", tmp_path)
    (tmp_path / "prove.md").write_text("# Prøve\n\n<script>alert(1)</script>", encoding="utf-8")
    assert "<script>" not in read_chapter("prove").html
