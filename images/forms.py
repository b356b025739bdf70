"""The form of an image: none without the words that stand for it."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.forms import BaseImageForm

from .fields import PictureField
from .models import CustomImage

FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|avif|heic|svg)$|^(img|dsc|image|billede)[-_ ]?\d+$", re.IGNORECASE)


class ImageForm(BaseImageForm):
    """Asks what the image shows, and does not take its file name for an answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)
        field = self.fields.get("description")
        if field:
            field.required = True
            field.label = gettext_lazy("Hvad viser billedet?")
            field.help_text = gettext_lazy(
                "Læses højt for den, der ikke kan se det: »To mænd høvler en planke.« Skriv ikke »billede af«."
            )

    def clean_description(self) -> str:
        description = self.cleaned_data["description"].strip()
        if FILE_NAME.search(description):
            raise ValidationError(_("Det ligner et filnavn. Skriv med ord, hvad man ser."))
        return description

    def save(self, commit: bool = True) -> CustomImage:
        """Saves, and has the sizes made that visitors will ask for: a new file or focal point needs new ones."""
        from .actions.prepare_renditions import prepare_renditions_on_commit

        image = super().save(commit=commit)
        if commit:
            prepare_renditions_on_commit(image=image)
        return image
