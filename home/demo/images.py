"""The drawings as images in the library."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from images.models import CustomImage

from .identity import MOMENT
from .pictures.collection import PICTURES, Picture

FOLDER = "original_images"


def load_images() -> dict[str, CustomImage]:
    """Make the images that are missing, and their files; return all of them by name."""
    return {name: _image(picture) for name, picture in PICTURES.items()}


def _image(picture: Picture) -> CustomImage:
    path = f"{FOLDER}/eksempel-{picture.name}.png"
    image = CustomImage.objects.filter(file=path).first()
    if image is None or not default_storage.exists(path):
        _write(path, picture.draw().png())
    return image or _new_image(picture, path)


def _write(path: str, content: bytes) -> None:
    # Saving over a file would give it another name, and another one each time.
    default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


def _new_image(picture: Picture, path: str) -> CustomImage:
    image = CustomImage(title=picture.title, description=picture.description, credit="Tegnet til eksempelkataloget")
    image.file.name = path
    with image.file.open() as file:
        image.width, image.height = image.file.width, image.file.height
        image.file_size = file.size
    image._set_file_hash()
    image.save()
    CustomImage.objects.filter(pk=image.pk).update(created_at=MOMENT)
    return image
