"""The form of a venue."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .entry import EntryForm
from .fields import AreaField


class VenueForm(EntryForm):
    """A place and the area it lies in."""

    class Meta(EntryForm.Meta):
        # Typed and shown with a comma, as people write numbers here.
        localized_fields = ("latitude", "longitude")

    area = AreaField(label=_("Område"), help_text=_("Det mindste område, som stedet ligger i."))
