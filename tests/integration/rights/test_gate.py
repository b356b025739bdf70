"""What is shut to those who do not work with the whole portal, and what they need all the same."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.gate import AlreadyOpen, admit, always
from accounts.roles import Role
from images.models import CustomImage
from tests.factories.accounts import user_with
from tests.integration.rights.people import Place, make_place, responsible

SCOPED = (Role.LOCAL_EDITOR, Role.ASSOCIATION, Role.CENTRE_STAFF)
SHUT = (
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_pages:search",
    "wagtailadmin_explore_root",
    "wagtailadmin_choose_page",
    "wagtailadmin_api:pages:listing",
    "wagtailadmin_api:images:listing",
    "wagtailsnippets:index",
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailadmin_workflows:index",
    "wagtailredirects:index",
    "wagtailsites:index",
    "wagtaillocales:index",
    "wagtaildocs:index",
    "ansvar:index",
    "ansvar:add",
    "enheder:index",
    "enheder:add",
)


@pytest.fixture
def place(db: None) -> Place:
    return make_place("Korsør")


def at_work(role: Role, place: Place) -> Client:
    client = Client()
    client.force_login(responsible(role, place))
    return client


def picture() -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "PNG")
    return SimpleUploadedFile("kor.png", buffer.getvalue(), "image/png")


@pytest.mark.parametrize("role", SCOPED)
def test_the_rest_of_the_system_is_shut(place: Place, role: Role):
    client = at_work(role, place)
    for name in SHUT:
        response = client.get(reverse(name))
        assert (response.status_code, response.url) == (302, "/admin/"), name
        assert client.get(reverse(name), headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403, name


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_it_is_not_shut_to_those_who_work_everywhere(place: Place, role: Role):
    client = at_work(role, place)
    for name in SHUT[:7]:
        assert client.get(reverse(name)).status_code == 200, name


def test_only_administrators_say_who_is_responsible(place: Place):
    assert at_work(Role.ADMINISTRATOR, place).get(reverse("ansvar:index")).status_code == 200
    assert at_work(Role.EDITOR, place).get(reverse("ansvar:index")).status_code == 302


@pytest.mark.parametrize("role", SCOPED)
def test_menus_lead_nowhere_that_is_shut(place: Place, role: Role):
    client = at_work(role, place)
    page = client.get("/admin/").content.decode()
    assert "/admin/snippets/catalogue/activity/" in page
    for shut in ("/admin/reports/", '"url": "/admin/pages/', "/admin/users/", "/admin/documents/"):
        assert shut not in page, shut


# Wagtail leaves the file of the preview it makes to the garbage collector.
@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("role", [*SCOPED, Role.EDITOR, Role.ADMINISTRATOR])
def test_everybody_who_writes_can_upload_a_picture(place: Place, role: Role, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = at_work(role, place)
    assert client.get(reverse("wagtailimages_chooser:choose")).status_code == 200
    response = client.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Koret",
            "image-chooser-upload-description": "Et kor synger.",
            "image-chooser-upload-file": picture(),
        },
    )
    assert response.json()["step"] == "chosen", response.json()
    assert CustomImage.objects.get().uploaded_by_user.groups.get().name == role.group_name


def test_front_line_staff_do_not_get_in(db: None):
    client = Client()
    client.force_login(user_with(Role.FRONT_LINE))
    assert client.get("/admin/").url.startswith("/admin/login/")


def test_a_part_is_opened_once():
    with pytest.raises(AlreadyOpen, match="wagtailadmin_home"):
        admit("wagtailadmin_home", when=always)
