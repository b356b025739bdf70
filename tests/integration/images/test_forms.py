"""No image without words, by whichever way it is uploaded."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from images.models import CustomImage
from tests.factories.accounts import UserFactory

# Wagtail leaves the uploaded file open until it is collected, which must not happen in another test.
pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored:pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def _collect() -> Iterator[None]:
    yield
    gc.collect()


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
