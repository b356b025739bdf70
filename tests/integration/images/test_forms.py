"""No image without words, by whichever way it is uploaded."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from wagtail.models import Collection, UploadedFile

from images.models import CustomImage
from tests.factories.accounts import UserFactory

# Wagtail leaves the uploaded file open until it is collected, which must not happen in another test.
pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored:pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def _collect() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _media(settings: pytest.FixtureRequest, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def taken_with_a_telephone(name: str = "IMG_1234.png") -> SimpleUploadedFile:
    """A JPEG, whatever its name says, that tells where it was taken; too heavy to be kept in memory."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (55.0, 20.0, 1.0)})
    buffer = io.BytesIO()
    Image.effect_noise((3000, 2000), 90).convert("RGB").save(buffer, "JPEG", exif=exif, quality=90)
    assert buffer.tell() > 2_621_440
    return SimpleUploadedFile(name, buffer.getvalue(), "image/png")


def picture(name: str = "IMG_1234.png") -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(buffer, "PNG")
    return SimpleUploadedFile(name, buffer.getvalue(), "image/png")


@pytest.fixture
def admin(db: None, client: Client) -> Client:
    client.force_login(UserFactory(is_superuser=True))
    return client


def upload(admin: Client, description: str):
    root = Collection.get_first_root_node()
    data = {"title": "Værkstedet", "file": picture(), "description": description, "collection": root.pk, "tags": ""}
    return admin.post(reverse("wagtailimages:add"), data)


@pytest.mark.parametrize(
    ("description", "words"),
    [("", "skal udfyldes"), ("   ", "skal udfyldes"), ("IMG_1234.png", "filnavn"), ("dsc 0042", "filnavn")],
)
def test_an_image_without_words_is_refused(admin: Client, description: str, words: str):
    response = upload(admin, description)
    assert response.status_code == 200
    assert words in str(response.context["form"].errors["description"])
    assert not CustomImage.objects.exists()


def test_an_image_with_words_is_kept_and_they_stand_for_it(admin: Client):
    assert upload(admin, "To mænd høvler en planke.").status_code == 302
    assert CustomImage.objects.get().default_alt_text == "To mænd høvler en planke."


def test_many_at_once_ask_for_the_words_before_they_are_kept(admin: Client):
    address = reverse("wagtailimages:add_multiple")
    answer = admin.post(
        address, {"title": "En", "files[]": picture(), "collection": Collection.get_first_root_node().pk}
    )
    assert answer.json()["success"] is True
    assert not CustomImage.objects.exists()
    waiting = answer.json()["uploaded_file_id"]
    finish = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting])
    prefix = f"uploaded-image-{waiting}"
    refused = admin.post(finish, {f"{prefix}-title": "En", f"{prefix}-description": "", f"{prefix}-tags": ""})
    assert refused.json()["success"] is False
    admin.post(finish, {f"{prefix}-title": "En", f"{prefix}-description": "En høvlebænk.", f"{prefix}-tags": ""})
    assert CustomImage.objects.get().description == "En høvlebænk."


def check_what_is_kept() -> None:
    """Upright, smaller, by the name its format has, and without a word of where it was taken."""
    kept = CustomImage.objects.get()
    with Image.open(kept.file.path) as made:
        assert (made.format, made.size, bool(made.getexif())) == ("JPEG", (1707, 2560), False)
    assert kept.file.name.endswith(".jpg")
    assert (kept.width, kept.height) == (1707, 2560)
    assert b"Exif" not in Path(kept.file.path).read_bytes()


WORDS = {"title": "Værkstedet", "description": "To mænd høvler en planke.", "tags": ""}


def test_a_picture_forgets_where_it_was_taken(admin: Client):
    root = Collection.get_first_root_node()
    response = admin.post(
        reverse("wagtailimages:add"), WORDS | {"file": taken_with_a_telephone(), "collection": root.pk}
    )
    assert response.status_code == 302
    check_what_is_kept()


def test_many_at_once_forget_it_before_their_words_are_written(admin: Client):
    root = Collection.get_first_root_node()
    address = reverse("wagtailimages:add_multiple")
    answer = admin.post(address, {"title": "En", "files[]": taken_with_a_telephone(), "collection": root.pk})
    waiting = UploadedFile.objects.get()
    assert b"Exif" not in Path(waiting.file.path).read_bytes()
    prefix = f"uploaded-image-{answer.json()['uploaded_file_id']}"
    finish = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    admin.post(finish, {f"{prefix}-{name}": value for name, value in WORDS.items()})
    check_what_is_kept()


def test_the_chooser_forgets_it_too_and_asks_for_words(admin: Client):
    root = Collection.get_first_root_node()
    address = reverse("wagtailimages_chooser:create")

    def choose(**changes: str) -> None:
        values = WORDS | changes | {"file": taken_with_a_telephone(), "collection": root.pk}
        admin.post(address, {f"image-chooser-upload-{name}": value for name, value in values.items()})

    choose(description="")
    assert not CustomImage.objects.exists()
    choose()
    check_what_is_kept()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tegning.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "ikke et billede, vi kan læse"),
        ("brev.jpg", b"%PDF-1.7", "ikke et billede, vi kan læse"),
        ("halv.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "ikke et billede, vi kan læse"),
    ],
)
def test_what_is_refused_says_so_and_keeps_what_was_typed(admin: Client, name: str, content: bytes, words: str):
    root = Collection.get_first_root_node()
    file = SimpleUploadedFile(name, content, "image/jpeg")
    response = admin.post(reverse("wagtailimages:add"), WORDS | {"file": file, "collection": root.pk})
    html = response.content.decode()
    assert words in html
    assert 'value="Værkstedet"' in html
    assert "To mænd høvler en planke." in html
    answer = admin.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "En", "files[]": SimpleUploadedFile(name, content, "image/jpeg"), "collection": root.pk},
    )
    assert answer.json()["success"] is False
    assert words in answer.json()["error_message"]
    assert not UploadedFile.objects.exists()


def test_a_heavy_file_is_refused_with_what_to_do(admin: Client, settings: pytest.FixtureRequest):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1024**2
    root = Collection.get_first_root_node()
    response = admin.post(
        reverse("wagtailimages:add"), WORDS | {"file": taken_with_a_telephone(), "collection": root.pk}
    )
    assert "den må højst fylde 1 MB" in response.content.decode()


def test_words_can_be_changed_without_a_new_file(admin: Client):
    upload(admin, "To mænd høvler en planke.")
    kept = CustomImage.objects.get()
    root = Collection.get_first_root_node()
    data = WORDS | {"description": "Tre mænd høvler.", "collection": root.pk}
    assert admin.post(reverse("wagtailimages:edit", args=[kept.pk]), data).status_code == 302
    changed = CustomImage.objects.get()
    assert (changed.description, changed.file.name) == ("Tre mænd høvler.", kept.file.name)


def test_the_part_that_matters_is_chosen_without_a_mouse(admin: Client):
    upload(admin, "To mænd høvler en planke.")
    kept = CustomImage.objects.get()
    address = reverse("wagtailimages:edit", args=[kept.pk])
    root = Collection.get_first_root_node()
    html = admin.get(address).content.decode()
    assert "Hvor er det vigtigste?" in html
    assert "Når siden deles" in html
    admin.post(address, WORDS | {"collection": root.pk, "focus": "nede-hoejre"})
    kept.refresh_from_db()
    assert (kept.focal_point_x, kept.focal_point_y) == (6, 6)
    assert "Nu: nederst til højre." in admin.get(address).content.decode()
    drawn = {"focal_point_x": 1, "focal_point_y": 2, "focal_point_width": 1, "focal_point_height": 1}
    admin.post(address, WORDS | {"collection": root.pk, "focus": "", **drawn})
    kept.refresh_from_db()
    assert (kept.focal_point_x, kept.focal_point_y) == (1, 2)
    admin.post(address, WORDS | {"collection": root.pk, "focus": "ingen", **drawn})
    kept.refresh_from_db()
    assert not kept.has_focal_point()


def test_the_part_is_one_of_the_new_file(admin: Client):
    upload(admin, "To mænd høvler en planke.")
    kept = CustomImage.objects.get()
    root = Collection.get_first_root_node()
    data = WORDS | {"collection": root.pk, "focus": "midten", "file": taken_with_a_telephone()}
    assert admin.post(reverse("wagtailimages:edit", args=[kept.pk]), data).status_code == 302
    check_what_is_kept()
    kept = CustomImage.objects.get()
    assert (kept.focal_point_x, kept.focal_point_y) == (1707 // 2, 1280)
