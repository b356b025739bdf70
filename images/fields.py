"""The field in which a picture is uploaded."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import FileField
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField

from .cleaning import Refused, clean_picture


class PictureField(WagtailImageField):
    """Takes what `clean_picture` makes of the file, and says in Danish why it does not take another.

    The uploaded file itself is written over: where many are uploaded at once, Wagtail keeps that one until its words
    have been written.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        most = number_format(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE / 1024**2, 0)
        self.help_text = _(
            "JPEG, PNG, WebP eller HEIC, højst %(most)s MB. 1.600 punkter i bredden er rigeligt. "
            "Hvor og hvornår det er taget, bliver fjernet."
        ) % {"most": most}
        self.error_messages["invalid_image_extension"] = _("Brug JPEG, PNG, WebP eller HEIC.")
        self.error_messages["file_too_large_unknown_size"] = _(
            "Filen må højst fylde %(most)s MB. Gem billedet i en mindre størrelse: 1.600 punkter i bredden er rigeligt."
        ) % {"most": most}

    def to_python(self, data: Any) -> UploadedFile | None:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        try:
            content, suffix = clean_picture(file, file.size)
        except Refused as error:
            raise ValidationError(error.messages, code="invalid_image") from error
        file.seek(0)
        file.truncate()
        file.write(content)
        file.flush()
        file.seek(0)
        file.size = len(content)
        file.name = f"{PurePath(file.name).stem}.{suffix}"
        file.content_type = f"image/{'jpeg' if suffix == 'jpg' else suffix}"
        return file
