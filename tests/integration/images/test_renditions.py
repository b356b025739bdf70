"""Sizes of pictures: made beforehand, in formats that weigh little, around what matters in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from django.template.loader import render_to_string
from PIL import Image

from home.models import InformationPage
from images.actions.prepare_renditions import prepare_renditions
from images.models import CustomImage
from images.renditions import SOCIAL, SPECS
from portal.templatetags.social import social_image
from tests.factories.catalogue import VenueFactory
from tests.factories.pages import make_front, make_page

# Wagtail leaves the files open that it makes renditions in.
UNCLOSED = "ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(UNCLOSED)]


@pytest.fixture(autouse=True)
def _media(settings, tmp_path) -> Iterator[None]:
    settings.MEDIA_ROOT = str(tmp_path)
    yield


@pytest.fixture
def picture() -> CustomImage:
    """Blue, with what matters in red at the right edge."""
    drawn = Image.new("RGB", (1600, 600), "#2050c0")
    drawn.paste("#d02020", (1500, 0, 1600, 600))
    content = io.BytesIO()
    drawn.save(content, "PNG")
    with ImageFile(content, name="tur.png") as file:
        return CustomImage.objects.create(title="Tur", description="To går en tur.", file=file)


def test_all_sizes_are_made_at_once_and_only_once(picture, django_assert_num_queries):
    prepare_renditions.enqueue(picture.pk)
    assert set(picture.renditions.values_list("filter_spec", flat=True)) == set(SPECS)
    # A page then asks for where they are, in one query, and makes none.
    with django_assert_num_queries(1):
        html = render_to_string("components/picture.html", {"image": picture})
    assert picture.renditions.count() == len(SPECS)
    assert html.index('type="image/avif"') < html.index('type="image/webp"') < html.index("<img")
    assert 'alt="To går en tur."' in html and 'loading="lazy"' in html
    assert "480w" in html and "1080w" in html and "sizes=" in html


def test_formats_are_what_they_say(picture):
    for rendition in picture.get_renditions(*SPECS).values():
        with Image.open(Path(rendition.file.path)) as made:
            assert f"format-{made.format.lower()}" in rendition.filter_spec


def test_deleted_picture_needs_no_sizes():
    prepare_renditions.enqueue(0)
    assert not CustomImage.get_rendition_model().objects.exists()


def test_picture_to_send_on_is_cut_around_what_matters(picture, settings):
    settings.BASE_URL = "https://indsatser.example"
    picture.focal_point_x, picture.focal_point_y = 1550, 300
    picture.focal_point_width, picture.focal_point_height = 100, 300
    picture.save()
    assert social_image(picture).startswith("https://indsatser.example/media/")
    with Image.open(Path(picture.get_rendition(SOCIAL).file.path)) as made:
        assert made.size == (1200, 630) or made.size[0] / made.size[1] == pytest.approx(1200 / 630, abs=0.02)
        red, _, blue = made.getpixel((made.width - 3, made.height // 2))
    assert red > 150 > blue


def test_page_to_read_shows_its_own_picture_when_it_is_sent_on(picture, client, settings):
    settings.BASE_URL = "https://indsatser.example"
    make_page(make_front(), InformationPage, "Om os", slug="om", picture=picture)
    html = client.get("/om/").content.decode()
    assert f'<meta property="og:image" content="https://indsatser.example{picture.get_rendition(SOCIAL).url}">' in html


def test_page_of_a_place_shows_its_picture(client, picture):
    html = client.get(VenueFactory(image=picture).get_absolute_url()).content.decode()
    assert 'alt="To går en tur."' in html
    assert "image/avif" in html
