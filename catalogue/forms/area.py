"""The form of an area."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .entry import EntryForm
from .fields import AreaField


class AreaForm(EntryForm):
    """An area and where it belongs."""

    class Meta(EntryForm.Meta):
        # Typed and shown with a comma, as people write numbers here.
        localized_fields = ("latitude", "longitude")

    parent = AreaField(
        label=_("Ligger i"),
        required=False,
        empty_label=_("Ingen: det er en kommune"),
        help_text=_("Kommunen eller det større område, som det er en del af."),
    )
