"""The three doors into the catalogue."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from catalogue.presenters.doors import DOORS


class DoorsBlock(blocks.StaticBlock):
    """The catalogue's three parts."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return {**super().get_context(value, parent_context), "doors": list(DOORS.values())}

    class Meta:
        label = _("De tre døre")
        icon = "grip"
        admin_text = _("Viser de tre dele af kataloget.")
        template = "blocks/doors.html"
