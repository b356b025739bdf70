"""A campaign on the front page."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..queries.campaigns import current_campaign


class CampaignBlock(blocks.StaticBlock):
    """The campaign that runs, or the next one; nothing is shown when there is none."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        request = (parent_context or {}).get("request")
        return {
            **super().get_context(value, parent_context),
            "campaign": current_campaign(timezone.localdate(), request),
        }

    class Meta:
        label = _("Kampagne")
        icon = "date"
        admin_text = _("Viser den kampagne, der er i gang, eller den næste. Er der ingen, vises der ikke noget.")
        template = "blocks/campaign.html"
