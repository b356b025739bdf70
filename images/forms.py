"""The form of an image: none without the words that stand for it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.forms import BaseImageForm

from .fields import PictureField
from .focus import CHOICES, focal_point, where_it_is
from .models import CustomImage

FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|avif|heic|svg)$|^(img|dsc|image|billede)[-_ ]?\d+$", re.IGNORECASE)


class ImageForm(BaseImageForm):
    """Asks what the image shows, and does not take its file name for an answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)
        if self.instance.pk and "focal_point_x" in self.fields:
            self.fields["focus"] = self._focus_field()
        field = self.fields.get("description")
        if field:
            field.required = True
            field.label = gettext_lazy("Hvad viser billedet?")
            field.help_text = gettext_lazy(
                "Læses højt for den, der ikke kan se det: »To mænd høvler en planke.« Skriv ikke »billede af«."
            )

    def _focus_field(self) -> forms.ChoiceField:
        now = where_it_is(vars(self.instance))
        words = gettext("Nu: %(where)s. ") % {"where": now.lower()} if now else ""
        return forms.ChoiceField(
            label=gettext_lazy("Hvor er det vigtigste?"),
            help_text=words + gettext("Det skæres ikke væk. Vælg her, eller træk en firkant i billedet."),
            choices=CHOICES,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        """Lets the part that was chosen from the list win over the square that is drawn in the picture."""
        data = super().clean()
        if data.get("focus"):
            data |= focal_point(data["focus"], *self._size(data.get("file")))
        return data

    def _size(self, file: Any) -> tuple[int, int]:
        """Width and height of the picture as it will be."""
        if "file" not in self.changed_data or not file:
            return self.instance.width, self.instance.height
        file.seek(0)
        with Image.open(file) as picture:
            size = picture.size
        file.seek(0)
        return size

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
