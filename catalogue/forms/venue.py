"""The form of a venue."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..pin import in_denmark
from .entry import EntryForm
from .fields import AreaField
from .widgets import EDITING


class VenueForm(EntryForm):
    """A place and the area it lies in."""

    class Meta(EntryForm.Meta):
        # Typed and shown with a comma, as people write numbers here.
        localized_fields = ("latitude", "longitude")

    class Media:
        js = (EDITING,)
        css: ClassVar = {"all": ["catalogue/admin.css"]}

    area = AreaField(label=_("Område"), help_text=_("Det mindste område, som stedet ligger i."))

    def clean(self) -> dict[str, Any]:
        super().clean()
        latitude, longitude = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        if latitude is not None and longitude is not None and not in_denmark(latitude, longitude):
            message = gettext("Det ligger ikke i Danmark. Breddegraden er omkring 56, længdegraden omkring 10.")
            self.add_error("latitude", message)
        return self.cleaned_data
